extension EventStudySample {
    /// Mean correlation of the members' cumulative abnormal returns, over all pairs; nil below two members.
    ///
    /// A pair counts with the correlation of its estimation residuals of the same calendar sessions times the share of
    /// the window that both events have in common, so with 0 where the windows do not overlap. The correlation is the
    /// sum of products over the sessions that both estimations have, over the roots of both full sums of squares.
    /// Sources: Kolari and Pynnönen, "Event Study Testing with Cross-sectional Correlation of Abnormal Returns" (2010);
    /// Kolari, Pape and Pynnönen (2018) for windows that overlap in part. Residuals are added up by day first, so that
    /// the cost grows with the events and not with their pairs.
    public func meanResidualCorrelation(_ series: [StudyReturns]) -> Double? {
        guard members.count > 1 else { return nil }
        var byDay: [Int: [Double]] = [:]
        var own = 0.0
        for member in members {
            let day = member.subject.reactionSession
            let returns = series[member.subject.series]
            let fit = member.fit
            let sessions = window.separateEstimation(reactionSession: day)
            let norm = (Double(fit.degreesOfFreedom) * fit.residualVariance).squareRoot()
            var sums = byDay.removeValue(forKey: day) ?? [Double](repeating: 0, count: sessions.count)
            let shift = returns.firstSession - sessions.lowerBound
            for index in returns.positions(sessions) where !returns.stock[index].isNaN {
                let residual = fit.abnormalReturn(returns.stock[index], market: returns.market[index])
                let unit = (residual - fit.residualMean) / norm
                sums[index + shift] += unit
                own += unit * unit
            }
            byDay[day] = sums
        }
        var total = -own
        for day in byDay.keys.sorted() {
            for lag in 0..<window.count {
                guard let sums = byDay[day], let later = byDay[day + lag] else { continue }
                var product = 0.0
                // Session `i` of the later estimation is session `i + lag` of the earlier one.
                for index in 0..<max(0, sums.count - lag) { product += sums[index + lag] * later[index] }
                let share = Double(window.count - lag) / Double(window.count)
                total += (lag == 0 ? 1 : 2) * share * product
            }
        }
        let count = Double(members.count)
        return total / (count * (count - 1))
    }
}
