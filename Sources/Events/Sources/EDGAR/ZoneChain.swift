import Foundation

/// A hidden Markov chain over the days of a file whose state is the zone of the day's times.
struct ZoneChain {
    /// One day of the file.
    struct Day {
        /// Logarithm of the likelihood ratio of UTC to New York time.
        let evidence: Double
        /// Whether the zone may change from the day before.
        let isUnsettled: Bool
    }

    let days: [Day]

    /// The probability for each day that its times are UTC, given all days.
    func utcProbabilities() -> [Double] {
        var forward: [Double] = []
        var belief = 0.5
        for day in days {
            belief = Self.weighed(Self.moved(belief, into: day), by: day.likelihoods)
            forward.append(belief)
        }
        var result = [Double](repeating: 0.5, count: days.count)
        var later = (utc: 1.0, eastern: 1.0)
        for index in days.indices.reversed() {
            result[index] = Self.weighed(forward[index], by: later)
            later = Self.message(later, back: days[index])
        }
        return result
    }

    // MARK: Steps

    /// The belief in UTC carried from one day into the next.
    private static func moved(_ utc: Double, into day: Day) -> Double {
        utc * (1 - day.chances.toEastern) + (1 - utc) * day.chances.toUTC
    }

    private static func weighed(_ utc: Double, by weight: (utc: Double, eastern: Double)) -> Double {
        let yes = utc * weight.utc
        let no = (1 - utc) * weight.eastern
        return yes / (yes + no)
    }

    /// How likely the later days are, given the zone of the day before `day`.
    private static func message(
        _ later: (utc: Double, eastern: Double),
        back day: Day
    ) -> (utc: Double, eastern: Double) {
        let utc = later.utc * day.likelihoods.utc
        let eastern = later.eastern * day.likelihoods.eastern
        let fromUTC = (1 - day.chances.toEastern) * utc + day.chances.toEastern * eastern
        let fromEastern = day.chances.toUTC * utc + (1 - day.chances.toUTC) * eastern
        let scale = fromUTC + fromEastern
        return (fromUTC / scale, fromEastern / scale)
    }
}

extension ZoneChain.Day {
    /// Odds beyond which a single day's rows are not believed, since trouble at EDGAR strikes whole days.
    private static let mostEvidence = 9.2

    /// Likelihoods of the day's rows under both zones.
    fileprivate var likelihoods: (utc: Double, eastern: Double) {
        let ratio = exp(min(max(evidence, -Self.mostEvidence), Self.mostEvidence))
        return (ratio / (1 + ratio), 1 / (1 + ratio))
    }

    /// Chances that the zone changes from the day before.
    ///
    /// In files seen, new rows come in New York time and are rewritten in UTC later, never the other way round.
    fileprivate var chances: (toEastern: Double, toUTC: Double) {
        isUnsettled ? (0.05, 0.02) : (1e-6, 1e-6)
    }
}
