/// By what prices as traded are multiplied so that splits and dividends do not show as moves.
public struct AdjustmentFactors: Hashable, Sendable {
    /// Factors that hold up to and including a day.
    public struct Step: Hashable, Sendable {
        /// Last day of the factors.
        public let through: TradingDay
        /// Product of 1 - dividend / close before over all later ex-dates.
        public let dividend: Double
        /// Product of the splits' price ratios over all later splits.
        public let split: Double
        /// Close as traded on the last day; NaN where it is not told.
        public let close: Double

        /// Creates a step from its parts.
        public init(through: TradingDay, dividend: Double, split: Double, close: Double) {
            self.through = through
            self.dividend = dividend
            self.split = split
            self.close = close
        }
    }

    /// The steps by day.
    public let steps: [Step]

    /// Creates factors from steps in any order.
    public init(_ steps: [Step]) {
        self.steps = steps.sorted { $0.through < $1.through }
    }

    /// The factors of a day; 1 after the last step.
    public func factors(on day: TradingDay) -> (dividend: Double, split: Double) {
        steps.first { $0.through >= day }.map { ($0.dividend, $0.split) } ?? (1, 1)
    }

    /// Bars as traded, adjusted: prices and volume for splits, the adjusted close for dividends too.
    ///
    /// - Parameter raw: bars by day; dividends and splits on them are dropped, the factors know them.
    /// - Returns: bars of the same days.
    public func adjusted(_ raw: [Bar]) -> [Bar] {
        var position = 0
        return raw.map { bar in
            while position < steps.count, steps[position].through < bar.day { position += 1 }
            let (dividend, split) =
                position < steps.count ? (steps[position].dividend, steps[position].split) : (1, 1)
            return Bar(
                day: bar.day,
                open: bar.open * split,
                high: bar.high * split,
                low: bar.low * split,
                close: bar.close * split,
                adjustedClose: bar.close * split * dividend,
                volume: bar.volume / split
            )
        }
    }

    /// The cash dividends that the factors hold, as a share of the close on the last day before each ex-date.
    ///
    /// Keys are those last days.
    public var dividendYields: [TradingDay: Double] {
        var yields: [TradingDay: Double] = [:]
        for (step, next) in zip(steps, steps.dropFirst()) where step.dividend != next.dividend {
            yields[step.through] = 1 - step.dividend / next.dividend
        }
        return yields
    }
}
