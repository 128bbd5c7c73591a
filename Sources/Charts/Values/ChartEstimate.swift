import Markup

/// A number with its 95 % interval, where it has one.
public struct ChartEstimate: Sendable, Hashable {
    /// The number.
    public let value: Double
    /// Lower end of the interval.
    public let lower: Double?
    /// Upper end of the interval.
    public let upper: Double?

    /// Creates an estimate; an interval with an end that is missing, not finite or on the wrong side is none.
    public init(_ value: Double, lower: Double? = nil, upper: Double? = nil) {
        self.value = value
        if let lower, let upper, lower.isFinite, upper.isFinite, lower <= upper {
            self.lower = lower
            self.upper = upper
        } else {
            self.lower = nil
            self.upper = nil
        }
    }

    /// Creates an estimate of which a one-sided lower bound is known; a bound that is not finite or above the number is none.
    public init(_ value: Double, atLeast lower: Double?) {
        self.value = value
        self.lower = lower.flatMap { $0.isFinite && $0 <= value ? $0 : nil }
        upper = nil
    }

    /// Whether the lower end is a bound to one side.
    var isOneSided: Bool { lower != nil && upper == nil }

    /// Whether the number can be drawn.
    var isFinite: Bool { value.isFinite }

    /// The number and the ends of its interval.
    var numbers: [Double] { [value, lower, upper].compactMap(\.self) }

    /// The estimate in other units.
    func scaled(by factor: Double) -> Self {
        isOneSided
            ? Self(value * factor, atLeast: lower.map { $0 * factor })
            : Self(value * factor, lower: lower.map { $0 * factor }, upper: upper.map { $0 * factor })
    }

    /// The estimate in words: `58.2 [54.1, 62.2]`, or `0.9, at least 0.4`.
    func text(decimals: Int) -> String {
        if isOneSided, let lower {
            return
                "\(NumberText.decimal(value, decimals: decimals)), at least \(NumberText.decimal(lower, decimals: decimals))"
        }
        return NumberText.interval(value, lower: lower, upper: upper, decimals: decimals)
    }

    /// The estimate as a cell of a table.
    var cell: TableMarkup.Cell { .interval(value, lower: lower, upper: upper) }
}

extension Optional where Wrapped == ChartEstimate {
    /// The estimate where it can be drawn.
    var finite: ChartEstimate? { flatMap { $0.isFinite ? $0 : nil } }

    /// The number and the ends of its interval; none without an estimate.
    var numbers: [Double] { self?.numbers ?? [] }

    /// The estimate as a cell of a table; `–` for none.
    var cell: TableMarkup.Cell { self?.cell ?? .number(nil) }
}

extension Optional where Wrapped == Double {
    /// The number where it can be drawn.
    var finite: Double? { flatMap { $0.isFinite ? $0 : nil } }
}
