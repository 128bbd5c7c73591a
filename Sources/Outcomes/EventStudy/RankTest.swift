public import Statistics

extension EventStudySample {
    /// Rank test over the window; nil without members or where the mean ranks do not vary.
    ///
    /// Each event's abnormal returns of estimation and window are ranked together, ties by their mean rank, and divided
    /// by one more than their number, which is how missing returns are allowed for. The statistic is the window's mean
    /// rank less one half, times the root of the window's length, over the deviation of the daily mean ranks, each day
    /// weighted by its share of the events. Sources: Corrado (1989) for one day; Corrado and Zivney (1992) for the
    /// division; Campbell and Wasley (1993) for windows. Two-sided p from the normal distribution.
    public func rankTest(_ series: [StudyReturns]) throws(StatisticsError) -> TestResult? {
        guard !members.isEmpty else { return nil }
        let length = window.estimationSessions + window.count
        var sums = [Double](repeating: 0, count: length)
        var counts = sums
        for member in members {
            let returns = series[member.subject.series]
            let day = member.subject.reactionSession
            let estimation = window.separateEstimation(reactionSession: day)
            let event = (day + window.first)..<(day + window.last + 1)
            var values: [Double] = []
            var places: [Int] = []
            for (sessions, place) in [(estimation, 0), (event, window.estimationSessions)] {
                let shift = returns.firstSession - sessions.lowerBound + place
                for index in returns.positions(sessions) where !returns.stock[index].isNaN {
                    values.append(
                        member.fit.abnormalReturn(returns.stock[index], market: returns.market[index])
                    )
                    places.append(index + shift)
                }
            }
            let ranks = try Ranks.midRanks(values)
            let scale = 1 / Double(values.count + 1)
            for (place, rank) in zip(places, ranks) {
                sums[place] += rank * scale - 0.5
                counts[place] += 1
            }
        }
        let total = Double(members.count)
        var squares = 0.0
        var days = 0.0
        var windowMean = 0.0
        for place in 0..<length where counts[place] > 0 {
            let mean = sums[place] / counts[place]
            squares += counts[place] / total * mean * mean
            days += 1
            if place >= window.estimationSessions { windowMean += mean / Double(window.count) }
        }
        let deviation = (squares / days).squareRoot()
        guard deviation > 0 else { return nil }
        return .normal(Double(window.count).squareRoot() * windowMean / deviation)
    }

    /// Generalised sign test; nil without members or where all estimation returns have one sign.
    ///
    /// The number of positive cumulative abnormal returns against the number expected from the share of positive ones
    /// in each event's estimation, on the scale of the normal distribution. Source: Cowan, "Nonparametric Event Study
    /// Tests" (1992).
    public func generalizedSignTest(_ series: [StudyReturns]) -> TestResult? {
        var share = 0.0
        var positive = 0.0
        for member in members {
            let returns = series[member.subject.series]
            let sessions = window.separateEstimation(reactionSession: member.subject.reactionSession)
            var above = 0
            for index in returns.positions(sessions)
            where member.fit.abnormalReturn(returns.stock[index], market: returns.market[index]) > 0 {
                above += 1
            }
            share += Double(above) / Double(member.fit.n)
            if member.cumulative > 0 { positive += 1 }
        }
        let count = Double(members.count)
        let expected = share / count
        guard count > 0, expected > 0, expected < 1 else { return nil }
        return .normal((positive - count * expected) / (count * expected * (1 - expected)).squareRoot())
    }
}

extension TestResult {
    /// A statistic on the scale of the normal distribution with its two-sided p.
    static func normal(_ statistic: Double) -> TestResult {
        TestResult(statistic: statistic, pValue: min(1, 2 * NormalDistribution.survival(abs(statistic))))
    }

    /// A statistic on the scale of Student's t with its two-sided p.
    static func studentT(_ statistic: Double, degreesOfFreedom: Double) -> TestResult {
        let tail = StudentTDistribution.survival(abs(statistic), degreesOfFreedom: degreesOfFreedom)
        return TestResult(statistic: statistic, pValue: min(1, 2 * tail))
    }
}
