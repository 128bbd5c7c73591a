import Foundation

/// Tells a split that the prices were not adjusted for from news that moved the price as far.
///
/// A missing split opens at the ratio, moves little within the day and trades about as much money as before; news
/// of that size explodes range and turnover. Measured on 539,035 bars of 101 stocks, of which 236 moved by more than
/// 30 %: these limits flag one day, a spin-off that the source had adjusted for in part (EXPE, 2011-12-21), and find
/// 95 to 98 % of splits that were put in (92 % without volume, one in five with closes alone).
enum MissingSplitRule {
    /// Limits on what a missing split may look like; distances are between natural logarithms.
    struct Limits {
        /// Largest distance of the close's jump from the ratio.
        var close: Double
        /// Largest distance of the open's jump from the ratio.
        var open: Double
        /// Largest range of the day in units of the usual range.
        var range: Double
        /// Largest volume or turnover, whichever is less, in units of the usual one.
        var trading: Double
    }

    /// Smallest jump that is looked at, as a distance from no move.
    static let smallestJump = 0.33
    /// Distance from the ratio with nothing but closes to go by: 0.3 %, and only for factors of 2 and more.
    ///
    /// So tight that a real move of that size meets it less than once in ten times; an ordinary day's move hides
    /// four of five missing splits from it.
    static let closeOnly = 0.003
    /// Distance from the ratio of a split that the source records within `recordedWithin` bars.
    static let recorded = 0.15
    /// How many bars a recorded split may lie away from the jump that it should have removed.
    static let recordedWithin = 5

    /// Marks the bars at which a split is missing.
    static func screen(_ screened: inout ScreenedBars) {
        let usable = screened.bars.indices.filter { screened.isUsable($0) }
        guard usable.count > 1 else { return }
        for position in 1..<usable.count {
            let before = screened.bars[usable[position - 1]]
            let bar = screened.bars[usable[position]]
            let ratio = bar.adjustedClose / before.adjustedClose
            guard ratio < 0.75 || ratio > 1.35 else { continue }
            let jump = log(ratio)
            guard abs(jump) >= smallestJump else { continue }
            if let detail = unappliedSplit(screened.bars, at: usable[position], jump: jump)
                ?? missingSplit(screened.bars, usable[..<position], before: before, bar: bar, jump: jump)
            {
                screened.breakLevel(at: usable[position], .missingSplit, detail)
            }
        }
    }

    // MARK: Recorded but not applied

    private static func unappliedSplit(_ bars: [Bar], at index: Int, jump: Double) -> String? {
        guard let split = recordedSplit(bars, near: index, jump: jump) else { return nil }
        return
            "adjusted close moves by a factor of \(rounded(exp(jump))); the split by \(split.factor) recorded "
            + "on \(split.day) is not applied to the closes before it"
    }

    /// The recorded split within `recordedWithin` bars of one that a jump of the adjusted close matches.
    ///
    /// `isForward`: the closes before the jump lack the split; else they have it once too often.
    static func recordedSplit(
        _ bars: [Bar],
        near index: Int,
        jump: Double
    ) -> (day: TradingDay, factor: Double, isForward: Bool)? {
        let nearby = max(0, index - recordedWithin)...min(bars.count - 1, index + recordedWithin)
        for other in nearby {
            let factor = bars[other].splitFactor
            guard factor > 0, factor.isFinite, factor != 1, abs(log(factor)) >= smallestJump else { continue }
            if abs(jump + log(factor)) <= recorded { return (bars[other].day, factor, true) }
            if abs(jump - log(factor)) <= recorded { return (bars[other].day, factor, false) }
        }
        return nil
    }

    // MARK: Not recorded

    private static func missingSplit(
        _ bars: [Bar],
        _ earlier: ArraySlice<Int>,
        before: Bar,
        bar: Bar,
        jump: Double
    ) -> String? {
        let ratio = SplitRatio.nearest(toLogarithm: jump)
        guard ratio.distance <= 0.15 else { return nil }
        let isLarge = abs(ratio.logarithm) > 0.6
        let start = "adjusted close moves by a factor of \(rounded(exp(jump))), near a \(ratio.name)"
        let usual = UsualTrading(bars: bars, before: earlier)
        guard let usualRange = usual.logRange, bar.open > 0, bar.high > 0, bar.low > 0 else {
            guard isLarge, ratio.distance <= closeOnly else { return nil }
            return start + " to within 0.3 %; no other price of the day is known, no split is recorded"
        }
        // Open and range in the scale of the adjusted close.
        let openJump = log(bar.open * (bar.adjustedClose / bar.close) / before.adjustedClose)
        let range = log(bar.high / bar.low) / usualRange
        let trading = tradingMultiple(bar, usual)
        var limits = Limits(
            close: min(max(2.5 * usualRange, 0.05), 0.15),
            open: min(max(1.25 * usualRange, 0.03), 0.08),
            range: 2.5,
            trading: isLarge ? 2.5 : 2
        )
        if trading == nil {
            guard isLarge else { return nil }
            limits = Limits(close: 0.05, open: 0.03, range: 2, trading: .infinity)
        }
        guard ratio.distance <= limits.close, abs(openJump - ratio.logarithm) <= limits.open,
            range <= limits.range, trading ?? 0 <= limits.trading
        else { return nil }
        return start
            + "; the open moves by \(rounded(exp(openJump))), the day's range is \(rounded(range)) times and "
            + "trading \(trading.map { "\(rounded($0))" } ?? "an unknown number of") times the usual; "
            + "no split is recorded"
    }

    /// Volume or turnover in units of the usual, whichever is less.
    ///
    /// Turnover stays in place if the source gives volume as traded; volume if it is adjusted for the split already.
    private static func tradingMultiple(_ bar: Bar, _ usual: UsualTrading) -> Double? {
        guard bar.volume > 0, bar.volume.isFinite, let volume = usual.volume, let turnover = usual.turnover
        else {
            return nil
        }
        return min(bar.volume / volume, bar.close * bar.volume / turnover)
    }

    private static func rounded(_ value: Double) -> Double {
        value >= 0.1 ? (value * 1000).rounded() / 1000 : (value * 100_000).rounded() / 100_000
    }
}
