/// A range of abnormal returns, as fractions.
public struct ReturnRange: Codable, Hashable, Sendable {
    /// The lower end.
    public let lower: Double
    /// The upper end.
    public let upper: Double

    /// Creates a range; the ends are put in order.
    public init(lower: Double, upper: Double) {
        self.lower = min(lower, upper)
        self.upper = max(lower, upper)
    }

    /// Whether a return lies in the range, ends included.
    public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

    /// Upper minus lower end.
    public var width: Double { upper - lower }
}
