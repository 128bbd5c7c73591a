/// A share or a return in percent: 1.5 is 1.5 %.
public struct Percent: Quantity {
    /// Percent.
    public let value: Double

    /// Creates a percentage, or throws where the number is not finite.
    public init(_ value: Double) throws(ScoreError) {
        guard value.isFinite else { throw .range("percentage", value, accepted: "a finite number") }
        self.value = value
    }

    /// The same share in percent.
    ///
    /// Throws only where a hundred times the fraction exceeds the largest number.
    public init(_ fraction: Fraction) throws(ScoreError) {
        try self.init(fraction.value * 100)
    }
}

/// A share or a return as a fraction: 0.015 is 1.5 %.
public struct Fraction: Quantity {
    /// The fraction.
    public let value: Double

    /// Creates a fraction, or throws where the number is not finite.
    public init(_ value: Double) throws(ScoreError) {
        guard value.isFinite else { throw .range("fraction", value, accepted: "a finite number") }
        self.value = value
    }

    /// The same share as a fraction.
    public init(_ percent: Percent) {
        value = percent.value / 100
    }
}
