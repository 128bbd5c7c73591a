/// Something wrong with one bar of a price source.
public struct PriceFinding: Hashable, Sendable {
    /// The day of the bar.
    public let day: TradingDay
    /// What is wrong.
    public let reason: QuarantineReason
    /// The values that show it, for people.
    public let detail: String

    /// Creates a finding from its parts.
    public init(day: TradingDay, reason: QuarantineReason, detail: String) {
        self.day = day
        self.reason = reason
        self.detail = detail
    }
}

extension PriceFinding: CustomStringConvertible {
    /// Day, reason and detail on one line.
    public var description: String { "\(day) \(reason.rawValue): \(detail)" }
}
