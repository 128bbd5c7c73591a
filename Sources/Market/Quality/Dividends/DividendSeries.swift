import Foundation

/// The dividends of a series with what is needed to judge them.
struct DividendSeries {
    /// All bars.
    let bars: [Bar]
    /// Indices of the bars with a close and an adjusted close.
    let priced: [Int]
    /// The dividends that have a bar before them, by day.
    let dividends: [RecordedDividend]
    /// How far the adjustment wavers from day to day where no dividend is: the rounding of the source.
    let noise: Double
    /// Robust standard deviation of the moves from close to close; nil with too few.
    let closeScale: Double?
    /// Robust standard deviation of the moves from close to open; nil with too few.
    let openScale: Double?

    /// Smallest standard deviation of a day's move that is believed.
    static let smallestScale = 0.005
    /// Fewest moves for a standard deviation.
    static let fewestMoves = 3

    /// Takes the dividends from bars that have been screened; nil where there are none.
    init?(_ screened: ScreenedBars) {
        let bars = screened.bars
        guard bars.contains(where: { $0.dividend > 0 && $0.dividend.isFinite }) else { return nil }
        self.bars = bars
        // Bars set aside count with their closes, by which the source adjusted; adjusted closes below zero are the mark
        // of a dividend beyond its price.
        priced = bars.indices.filter { index in
            let bar = bars[index]
            return screened.quarantine[index] != .unitError && bar.close > 0 && bar.close.isFinite
                && bar.adjustedClose != 0 && bar.adjustedClose.isFinite
        }
        let broken = Set(screened.breaks)
        var dividends: [RecordedDividend] = []
        var wavering: [Double] = []
        var closeMoves: [Double] = []
        var openMoves: [Double] = []
        for position in priced.indices.dropFirst() {
            let before = bars[priced[position - 1]]
            let bar = bars[priced[position]]
            let applied = (before.adjustedClose / before.close) / (bar.adjustedClose / bar.close)
            closeMoves.append(bar.close / before.close - 1)
            if bar.open > 0 { openMoves.append(bar.open / before.close - 1) }
            guard bar.dividend > 0, bar.dividend.isFinite else {
                wavering.append(abs(applied - 1))
                continue
            }
            guard !broken.contains(priced[position]) else { continue }
            dividends.append(
                RecordedDividend(
                    index: priced[position],
                    position: position,
                    amount: bar.dividend,
                    closeBefore: before.close,
                    applied: applied
                )
            )
        }
        self.dividends = dividends
        wavering.sort()
        noise = wavering.isEmpty ? 0 : wavering[wavering.count * 9 / 10]
        closeScale = Self.scale(closeMoves)
        openScale = Self.scale(openMoves)
    }

    /// 1.4826 times the median size of the moves that are none of zero, as for a normal distribution.
    private static func scale(_ moves: [Double]) -> Double? {
        let sizes = moves.filter { $0 != 0 && $0.isFinite }.map { abs($0) }
        guard sizes.count >= fewestMoves, let median = Median.of(sizes) else { return nil }
        return max(1.4826 * median, smallestScale)
    }

    // MARK: One dividend

    /// How far two amounts may lie apart and count as the same.
    func tolerance(_ dividend: RecordedDividend, of amount: Double) -> Double {
        max(0.02 * abs(amount), 4 * noise * dividend.closeBefore)
    }

    /// Whether the source adjusted for the given amount.
    func applies(_ dividend: RecordedDividend, _ amount: Double) -> Bool {
        abs(dividend.implied - amount) <= tolerance(dividend, of: amount)
    }

    /// The move from the close before to the close of the ex-date; nil where nothing moved.
    func closeMove(_ dividend: RecordedDividend) -> Double? {
        let move = bars[dividend.index].close / dividend.closeBefore - 1
        return move == 0 ? nil : move
    }

    /// The move from the close before to the open of the ex-date; nil where it is unknown.
    func openMove(_ dividend: RecordedDividend) -> Double? {
        let open = bars[dividend.index].open
        return open > 0 ? open / dividend.closeBefore - 1 : nil
    }

    /// How much better the move to the close fits one amount than another: the difference of the squared distances in
    /// units of the variance, twice the logarithm of the likelihood ratio; 0 without evidence.
    func preference(_ dividend: RecordedDividend, for amount: Double, over other: Double) -> Double {
        guard let scale = closeScale, let move = closeMove(dividend) else { return 0 }
        let near = (move + amount / dividend.closeBefore) / scale
        let far = (move + other / dividend.closeBefore) / scale
        return far * far - near * near
    }

    /// Whether the price contradicts the amount: no fall of a quarter of it on a day that traded.
    func contradicts(_ dividend: RecordedDividend) -> Bool {
        let yield = dividend.yield
        if yield >= 1 { return true }
        guard let scale = closeScale, yield > 0.05, yield > 8 * scale else { return false }
        let move = closeMove(dividend)
        guard move != nil || bars[dividend.index].volume > 0 else { return false }
        let fall = max(-(move ?? 0), -(openMove(dividend) ?? 0))
        return fall < 0.25 * yield
    }

    /// Whether a close within three bars falls by at least half the amount, as if the ex-date were wrong.
    func fallsNearby(_ dividend: RecordedDividend) -> Bool {
        let first = max(1, dividend.position - 3)
        let last = min(priced.count - 1, dividend.position + 3)
        return (first...last).contains { position in
            let move = bars[priced[position]].close / bars[priced[position - 1]].close - 1
            return dividend.yield < 1 && -move >= 0.5 * dividend.yield
        }
    }
}
