/// A test statistic and the probability of one at least as extreme under the null hypothesis.
public struct TestResult: Sendable, Equatable, Codable {
    /// The statistic; the procedure says on which scale.
    public let statistic: Double
    /// The p-value, 0 to 1.
    public let pValue: Double

    /// Creates a result from its parts.
    public init(statistic: Double, pValue: Double) {
        self.statistic = statistic
        self.pValue = pValue
    }
}
