/// Finds dividends that a source gives twice within a few days.
enum DividendPairs {
    /// How many bars two dividends of one payment may lie apart.
    static let closest = 5
    /// Median of the bars between dividends from which on two so close cannot both be real.
    static let ordinaryGap = 15
    /// Relative difference up to which two amounts are one payment.
    static let same = 0.01
    /// Relative difference up to which two amounts may be one payment.
    static let similar = 0.15
    /// Evidence needed to call one of two the real one, twice the logarithm of the likelihood ratio.
    static let evidence = 10.0
    /// Evidence of the closes against that choice up to which it stands.
    static let counterEvidence = -2.0
    /// Largest distance of the real one's fall from its amount, in standard deviations.
    static let largestDistance = 2.0

    /// Judges pairs of dividends; the others keep what they have.
    static func judge(_ series: DividendSeries, _ verdicts: inout [DividendVerdict?]) {
        let dividends = series.dividends
        for later in dividends.indices.dropFirst() where verdicts[later - 1] == nil {
            let first = dividends[later - 1]
            let second = dividends[later]
            guard second.position - first.position <= closest, isSparse(dividends, without: later) else {
                continue
            }
            var amounts = (first.amount, second.amount)
            if distance(amounts) > similar {
                amounts = (likelyAmount(series, first), likelyAmount(series, second))
            }
            let difference = distance(amounts)
            guard difference <= similar else { continue }
            let detail =
                "dividends of \(first.amount) on \(series.bars[first.index].day) and \(second.amount) on "
                + "\(series.bars[second.index].day), the others lie further apart"
            guard difference <= same, let phantom = phantom(series, (first, second), amounts) else {
                verdicts[later - 1] = .doubtful(detail: detail)
                verdicts[later] = .doubtful(detail: detail)
                continue
            }
            let (gone, stays) = phantom == 0 ? (first, second) : (second, first)
            verdicts[phantom == 0 ? later - 1 : later] = .certain(
                amount: 0,
                factor: 1,
                reason: .phantomDividend,
                detail: detail
            )
            let total = amounts.0 + amounts.1
            if series.applies(gone, 0), series.applies(stays, total) {
                let amount = phantom == 0 ? amounts.1 : amounts.0
                verdicts[phantom == 0 ? later : later - 1] = .certain(
                    amount: amount,
                    factor: stays.factor(for: amount),
                    reason: .dividendAdjustment,
                    detail: detail + "; the closes before are adjusted for both"
                )
            }
        }
    }

    private static func distance(_ amounts: (Double, Double)) -> Double {
        abs(amounts.0 - amounts.1) / max(amounts.0, amounts.1)
    }

    /// The amount, or a hundredth of it where the price contradicts it.
    private static func likelyAmount(_ series: DividendSeries, _ dividend: RecordedDividend) -> Double {
        series.contradicts(dividend) ? dividend.amount / 100 : dividend.amount
    }

    /// Whether the dividends lie apart as those of a company that pays by the month or less often.
    private static func isSparse(_ dividends: [RecordedDividend], without later: Int) -> Bool {
        let others = dividends.indices.filter { $0 != later }.map { Double(dividends[$0].position) }
        guard let gap = Median.of(zip(others, others.dropFirst()).map { $1 - $0 }) else { return true }
        return gap >= Double(ordinaryGap)
    }

    /// 0 where the first of two is no dividend, 1 where the second is none, nil where the series does not tell.
    private static func phantom(
        _ series: DividendSeries,
        _ pair: (RecordedDividend, RecordedDividend),
        _ amounts: (Double, Double)
    ) -> Int? {
        let applied = (series.applies(pair.0, 0), series.applies(pair.1, 0))
        if applied.0 != applied.1 { return applied.0 ? 0 : 1 }
        guard let scale = series.openScale, let open0 = series.openMove(pair.0),
            let open1 = series.openMove(pair.1)
        else { return nil }
        let yields = (amounts.0 / pair.0.closeBefore, amounts.1 / pair.1.closeBefore)
        func square(_ value: Double) -> Double { value / scale * (value / scale) }
        // Either the first is real or the second.
        let firstIsReal = square(open0 + yields.0) + square(open1)
        let secondIsReal = square(open0) + square(open1 + yields.1)
        let closes =
            series.preference(pair.0, for: 0, over: amounts.0)
            + series.preference(pair.1, for: amounts.1, over: 0)
        let largest = 2 * largestDistance * largestDistance
        if firstIsReal - secondIsReal >= evidence, closes >= counterEvidence, secondIsReal <= largest {
            return 0
        }
        if secondIsReal - firstIsReal >= evidence, -closes >= counterEvidence, firstIsReal <= largest {
            return 1
        }
        return nil
    }
}
