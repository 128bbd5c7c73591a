import Market

/// Bars of a made-up stock: a seeded walk with the ranges and volumes of ordinary days.
struct MadeUpBars {
    private var state: UInt64
    private let calendar = ExchangeCalendar.xnys

    init(seed: UInt64) { state = seed &* 2_685_821_657_736_338_717 &+ 1 }

    /// Bars of consecutive sessions from session 6,000 on (October 2013), each day moving by up to 1.5 %.
    mutating func bars(_ count: Int, from first: Int = 6000, price: Double = 50) -> [Bar] {
        var close = price
        return (0..<count).map { index in
            let open = close * (1 + 0.005 * unit())
            close = open * (1 + 0.01 * unit())
            let spread = 1.004 + 0.006 * abs(unit())
            return Bar(
                day: calendar.day(ofSession: first + index),
                open: open,
                high: max(open, close) * spread,
                low: min(open, close) / spread,
                close: close,
                adjustedClose: close * 0.9,
                volume: (1_000_000 * (1 + 0.4 * unit())).rounded()
            )
        }
    }

    /// A number in -1...1.
    mutating func unit() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 52) - 1
    }
}

extension [Bar] {
    /// Multiplies all prices of the bars in a range, and divides their volumes if asked to.
    mutating func scale(_ range: some RangeExpression<Int>, by factor: Double, volume: Bool = false) {
        for index in range.relative(to: self) {
            self[index].open *= factor
            self[index].high *= factor
            self[index].low *= factor
            self[index].close *= factor
            self[index].adjustedClose *= factor
            if volume { self[index].volume /= factor }
        }
    }
}
