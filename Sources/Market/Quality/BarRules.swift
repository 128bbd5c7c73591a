/// Rules that need only the bar itself.
enum BarRules {
    /// How far a close or open may lie outside high and low, as a fraction of the price.
    ///
    /// Sources round fields apart and adjust them apart: 539,035 bars of 101 stocks show nothing beyond 1e-12, other
    /// sources up to a few thousandths.
    static let outsideTolerance = 0.005
    /// How far a high may lie below its low for rounding alone, as a fraction of the price.
    static let inversionTolerance = 0.000_5

    /// Sets aside bars whose prices cannot be.
    static func screen(_ screened: inout ScreenedBars) {
        for index in screened.bars.indices {
            let bar = screened.bars[index]
            if bar.close.isNaN, bar.adjustedClose.isNaN { continue }
            if let detail = badPrice(bar) {
                screened.setAside(index, .nonPositivePrice, detail)
            } else if let detail = badRange(bar) {
                screened.setAside(index, .highBelowLow, detail)
            }
        }
    }

    private static func badPrice(_ bar: Bar) -> String? {
        // Zero is how sources write an open, high or low that they do not know, if all of the range is unknown.
        let rangeUnknown = isAbsent(bar.high) && isAbsent(bar.low)
        if bar.close > 0, bar.close.isFinite, bar.adjustedClose > 0, bar.adjustedClose.isFinite,
            !(bar.open < 0), bar.open != .infinity,
            rangeUnknown || isPriceOrUnknown(bar.high) && isPriceOrUnknown(bar.low)
        {
            return nil
        }
        return "open \(bar.open), high \(bar.high), low \(bar.low), close \(bar.close), "
            + "adjusted close \(bar.adjustedClose)"
    }

    private static func badRange(_ bar: Bar) -> String? {
        guard bar.high > 0, bar.low > 0 else { return nil }
        let outside = bar.close * outsideTolerance
        if bar.high >= bar.low - bar.low * inversionTolerance, bar.close <= bar.high + outside,
            bar.close >= bar.low - outside
        {
            return nil
        }
        return "high \(bar.high), low \(bar.low), close \(bar.close)"
    }

    private static func isAbsent(_ price: Double) -> Bool { price.isNaN || price == 0 }

    private static func isPriceOrUnknown(_ price: Double) -> Bool {
        price.isNaN || price > 0 && price.isFinite
    }
}
