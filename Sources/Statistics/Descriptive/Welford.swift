/// Mean and variance of a stream of values without keeping them.
///
/// Source: Welford, "Note on a Method for Calculating Corrected Sums of Squares and Products" (1962); merging
/// by Chan, Golub and LeVeque (1979).
public struct Welford: Sendable, Codable, Equatable {
    /// How many values were added.
    public private(set) var count = 0
    private var centre = 0.0
    private var squares = 0.0

    /// Creates an accumulator that has seen nothing.
    public init() {}

    /// Adds a value; NaN makes mean and variance NaN.
    public mutating func add(_ value: Double) {
        count += 1
        let distance = value - centre
        centre += distance / Double(count)
        squares += distance * (value - centre)
    }

    /// Adds all values that another accumulator has seen.
    public mutating func merge(_ other: Welford) {
        guard other.count > 0 else { return }
        guard count > 0 else {
            self = other
            return
        }
        let total = Double(count + other.count)
        let distance = other.centre - centre
        centre += distance * Double(other.count) / total
        squares += other.squares + distance * distance * Double(count) * Double(other.count) / total
        count += other.count
    }

    /// The mean; nil before the first value.
    public var mean: Double? { count > 0 ? centre : nil }

    /// The variance with divisor n - 1; nil before the second value.
    public var variance: Double? { count > 1 ? squares / Double(count - 1) : nil }
}
