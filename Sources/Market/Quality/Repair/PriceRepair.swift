/// What was wrong with a value that could be repaired with certainty.
public enum PriceRepairReason: String, CaseIterable, Sendable {
    /// A high or low of zero or less beside a good close; it becomes unknown.
    case impossibleRange = "impossible_range"
    /// High and low stand in each other's place.
    case exchangedRange = "exchanged_range"
    /// A close or an adjusted close is missing and follows from the other one.
    case missingClose = "missing_close"
    /// A price a hundred times too large or too small.
    case unitError = "unit_error"
    /// The source records a split and did not adjust these bars for it.
    case splitNotApplied = "split_not_applied"
    /// A dividend a hundred times too large or too small.
    case dividendUnit = "dividend_unit"
    /// A dividend that the source gives twice, or that neither prices nor adjusted closes know of.
    case phantomDividend = "phantom_dividend"
    /// Adjusted closes that do not follow from the dividends.
    case dividendAdjustment = "dividend_adjustment"
}

/// One value of a price source that was replaced, with the value that the source gave.
public struct PriceRepair: Sendable {
    /// The day of the bar.
    public let day: TradingDay
    /// The field.
    public let field: PriceField
    /// The value that the source gave; NaN where it gave none.
    public let old: Double
    /// The value in its place; NaN for an unknown one.
    public let new: Double
    /// What was wrong.
    public let reason: PriceRepairReason
    /// The values that show it, for people.
    public let detail: String

    /// Creates a repair from its parts.
    public init(
        day: TradingDay,
        field: PriceField,
        old: Double,
        new: Double,
        reason: PriceRepairReason,
        detail: String
    ) {
        self.day = day
        self.field = field
        self.old = old
        self.new = new
        self.reason = reason
        self.detail = detail
    }
}

extension PriceRepair: Equatable {
    /// Whether two repairs are the same; every NaN counts as the same.
    public static func == (lhs: PriceRepair, rhs: PriceRepair) -> Bool {
        func same(_ one: Double, _ other: Double) -> Bool { one == other || one.isNaN && other.isNaN }
        return lhs.day == rhs.day && lhs.field == rhs.field && lhs.reason == rhs.reason
            && lhs.detail == rhs.detail && same(lhs.old, rhs.old) && same(lhs.new, rhs.new)
    }
}

extension PriceRepair: CustomStringConvertible {
    /// Day, field, both values, reason and detail on one line.
    public var description: String {
        "\(day) \(field.rawValue) \(old) -> \(new), \(reason.rawValue): \(detail)"
    }
}
