import Statistics

/// Values with mean zero and variance one that share a factor within a day, within a company, or both.
struct ClusteredWorld {
    enum Noise {
        /// Student's t with four degrees of freedom: fat tails.
        case fat
        /// Exponential with a long tail to the left: rare large losses.
        case leftSkewed
        /// Exponential with a long tail to the right.
        case rightSkewed
    }

    var name: String
    var days = 60
    var perDay = 10
    var companies = 50
    var dayShare = 0.3
    var companyShare = 0.0
    var noise = Noise.fat
    /// Sizes of days drawn at random instead of equal ones.
    var isUneven = false

    struct Sample {
        var values: [Double] = []
        var days: [Int] = []
        var companies: [Int] = []
    }

    func draw(_ random: inout SplitMix64) -> Sample {
        var sample = Sample()
        let ofCompany = (0..<companies).map { _ in draw(noise, &random) }
        for day in 0..<days {
            let ofDay = draw(noise, &random)
            let size = isUneven ? 1 + Int(Double(perDay - 1) * random.exponential()) : perDay
            for _ in 0..<size {
                let company = random.bounded(companies)
                let own = (1 - dayShare - companyShare).squareRoot() * draw(noise, &random)
                sample.values.append(
                    dayShare.squareRoot() * ofDay + companyShare.squareRoot() * ofCompany[company] + own
                )
                sample.days.append(day)
                sample.companies.append(company)
            }
        }
        return sample
    }

    private func draw(_ noise: Noise, _ random: inout SplitMix64) -> Double {
        switch noise {
        case .fat: random.studentT(degreesOfFreedom: 4) / 2.0.squareRoot()
        case .leftSkewed: 1 - random.exponential()
        case .rightSkewed: random.exponential() - 1
        }
    }
}
