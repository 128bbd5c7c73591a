/// Finds dividends that prices or adjusted closes contradict.
///
/// Two facts must agree for each ex-date: the closes before it are adjusted by 1 - dividend / close before, and the
/// price falls by about the dividend. The first is arithmetic. The second is judged against the stock's usual moves,
/// so that it speaks only for large dividends or for many at once.
enum DividendRule {
    /// Evidence needed to prefer one of two amounts, twice the logarithm of the likelihood ratio.
    static let evidence = 4.0
    /// Evidence against a recorded dividend from which on it counts as none, or as doubtful.
    static let strongEvidence = 16.0
    /// Dividends of ordinary size, as a share of the price; a hundredth of it is rarely paid.
    static let ordinaryYield = 0.003...0.12
    /// Relative difference up to which two amounts have the same digits.
    static let sameDigits = 0.01
    /// Relative difference up to which two amounts may have been meant to be the same.
    static let nearDigits = 0.1
    /// Fewest other dividends that say what is usual.
    static let fewestOthers = 2

    /// Marks the ex-dates of dividends that are wrong, certainly or perhaps.
    static func screen(_ screened: inout ScreenedBars) {
        guard let series = DividendSeries(screened) else { return }
        for (dividend, verdict) in zip(series.dividends, verdicts(series)) {
            if let detail = verdict.detail {
                screened.breakLevel(at: dividend.index, .suspectDividend, detail)
            }
        }
    }

    /// A verdict for each dividend of a series.
    static func verdicts(_ series: DividendSeries) -> [DividendVerdict] {
        var verdicts = [DividendVerdict?](repeating: nil, count: series.dividends.count)
        for index in verdicts.indices where isBelowRounding(series, series.dividends[index]) {
            verdicts[index] = sameAsNeighbour(series, index) ?? .agrees
        }
        DividendPairs.judge(series, &verdicts)
        for index in verdicts.indices where verdicts[index] == nil {
            let dividend = series.dividends[index]
            if series.contradicts(dividend) {
                verdicts[index] = contradicted(series, dividend)
            } else if series.applies(dividend, dividend.amount) {
                verdicts[index] = sameAsNeighbour(series, index) ?? .agrees
            }
        }
        judgeAdjustments(series, &verdicts)
        return verdicts.map { $0 ?? .agrees }
    }

    /// Whether the source rounds its adjusted closes so coarsely that the dividend could hide in it.
    private static func isBelowRounding(_ series: DividendSeries, _ dividend: RecordedDividend) -> Bool {
        4 * series.noise * dividend.closeBefore >= dividend.amount / 2
    }

    // MARK: Amounts

    /// A dividend from which the price did not fall: a hundredth of it, where that fits.
    private static func contradicted(
        _ series: DividendSeries,
        _ dividend: RecordedDividend
    ) -> DividendVerdict {
        let hundredth = dividend.amount / 100
        let detail =
            "dividend of \(dividend.amount) on a close of \(dividend.closeBefore), close on the day "
            + "\(series.bars[dividend.index].close)"
        guard !series.fallsNearby(dividend) else { return .doubtful(detail: detail) }
        if series.applies(dividend, hundredth) {
            return .certain(
                amount: hundredth,
                factor: dividend.applied,
                reason: .dividendUnit,
                detail: detail + "; the adjusted closes know a hundredth of it"
            )
        }
        guard series.applies(dividend, dividend.amount) else { return .doubtful(detail: detail) }
        return .certain(
            amount: hundredth,
            factor: dividend.factor(for: hundredth),
            reason: .dividendUnit,
            detail: detail + "; a hundredth of it fits"
        )
    }

    /// A dividend a hundred times off all others that a factor of a hundred brings to the amount of a neighbour.
    private static func sameAsNeighbour(_ series: DividendSeries, _ index: Int) -> DividendVerdict? {
        let dividend = series.dividends[index]
        let others = series.dividends.indices.filter { $0 != index }.map { series.dividends[$0].yield }
        guard others.count >= fewestOthers, let usual = Median.of(others) else { return nil }
        for factor in [100, 0.01] {
            let amount = dividend.amount * factor
            let multiple = amount / dividend.closeBefore / usual
            guard multiple > 0.25, multiple < 4 else { continue }
            let neighbours = [index - 1, index + 1].filter { series.dividends.indices.contains($0) }
                .map { series.dividends[$0] }
            guard let nearest = neighbours.min(by: { distance(amount, $0) < distance(amount, $1) }),
                distance(amount, nearest) <= nearDigits
            else { continue }
            let preference = series.preference(dividend, for: amount, over: dividend.amount)
            guard preference > -evidence else { continue }
            let detail =
                "dividend of \(dividend.amount) beside one of \(nearest.amount) on "
                + "\(series.bars[nearest.index].day)"
            guard distance(amount, nearest) <= sameDigits || preference >= evidence else {
                return .doubtful(detail: detail)
            }
            return .certain(
                amount: amount,
                factor: dividend.factor(for: amount),
                reason: .dividendUnit,
                detail: detail
            )
        }
        return nil
    }

    private static func distance(_ amount: Double, _ dividend: RecordedDividend) -> Double {
        abs(amount / dividend.amount - 1)
    }

    // MARK: Adjustments

    /// How the adjusted closes differ from what a recorded dividend demands.
    private enum Difference: CaseIterable {
        case notApplied
        case hundredth
        case hundredfold
        case other

        init(_ series: DividendSeries, _ dividend: RecordedDividend) {
            let ratio = dividend.implied / dividend.amount
            if abs(ratio - 0.01) <= 0.002 {
                self = .hundredth
            } else if abs(ratio) <= 0.02 || series.applies(dividend, 0) {
                self = .notApplied
            } else if abs(ratio - 100) <= 2 {
                self = .hundredfold
            } else {
                self = .other
            }
        }
    }

    /// Judges dividends whose adjustment differs, all of one kind together.
    private static func judgeAdjustments(_ series: DividendSeries, _ verdicts: inout [DividendVerdict?]) {
        let open = verdicts.indices.filter { verdicts[$0] == nil }
        guard !open.isEmpty else { return }
        for kind in Difference.allCases {
            let members = open.filter { Difference(series, series.dividends[$0]) == kind }
            guard !members.isEmpty else { continue }
            let dividends = members.map { series.dividends[$0] }
            let evidence = dividends.reduce(0) {
                $0 + series.preference($1, for: $1.amount, over: $1.implied)
            }
            let yield = Median.of(dividends.map(\.yield)) ?? 0
            for (index, dividend) in zip(members, dividends) {
                verdicts[index] = verdict(kind, series, dividend, evidence: evidence, yield: yield)
            }
        }
    }

    private static func verdict(
        _ kind: Difference,
        _ series: DividendSeries,
        _ dividend: RecordedDividend,
        evidence found: Double,
        yield: Double
    ) -> DividendVerdict {
        let detail =
            "dividend of \(dividend.amount) on a close of \(dividend.closeBefore); the closes before are adjusted "
            + "for \(rounded(dividend.implied))"
        let corrected = DividendVerdict.certain(
            amount: dividend.amount,
            factor: dividend.factor(for: dividend.amount),
            reason: .dividendAdjustment,
            detail: detail
        )
        switch kind {
        case .notApplied where found > -strongEvidence: return corrected
        case .notApplied:
            return .certain(
                amount: 0,
                factor: 1,
                reason: .phantomDividend,
                detail: detail + ", and the price did not fall"
            )
        case .hundredth where ordinaryYield.contains(yield) && found > -strongEvidence: return corrected
        case .hundredfold where dividend.implied >= dividend.closeBefore || found >= evidence:
            return corrected
        case .other where found >= evidence: return corrected
        // The price fell by what the source adjusted for: something more than the dividend, such as a spin-off.
        case .other where found <= -evidence: return .agrees
        case .hundredth, .hundredfold, .other: return .doubtful(detail: detail)
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
