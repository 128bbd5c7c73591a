public import JSONText

/// A range for the abnormal return, in percent; the range of a prediction is meant to cover 80 % of outcomes.
public struct ReturnInterval: Equatable, Sendable, JSONWritable {
    /// The lower end.
    public let lower: Percent
    /// The upper end, not below the lower one.
    public let upper: Percent

    /// Creates a range, or throws where the lower end lies above the upper one.
    public init(lower: Percent, upper: Percent) throws(ScoreError) {
        guard lower <= upper else {
            throw .inconsistent(
                name: "return interval",
                detail: "lower end \(lower) lies above upper end \(upper)"
            )
        }
        self.lower = lower
        self.upper = upper
    }

    /// Writes the range as an object, percent.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("lower_pct", number: lower.value, digits: ScoreDigits.percent)
            json.member("upper_pct", number: upper.value, digits: ScoreDigits.percent)
        }
    }
}
