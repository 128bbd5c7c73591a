/// Refusals shared by all procedures: each throws an error that names the argument.
enum Check {
    /// Refuses NaN and infinite values.
    static func finite(_ values: [Double], _ argument: String) throws(StatisticsError) {
        // A product with zero is NaN exactly for NaN and infinities, so one sum finds them without branches.
        var sum = 0.0
        for value in values { sum += value * 0 }
        guard sum == 0 else {
            let index = values.firstIndex { !$0.isFinite } ?? 0
            throw .notFinite(argument: argument, index: index)
        }
    }

    /// Refuses values that are no probabilities.
    static func probabilities(_ values: [Double], _ argument: String) throws(StatisticsError) {
        try finite(values, argument)
        guard let bad = values.firstIndex(where: { $0 < 0 || $0 > 1 }) else { return }
        throw .outOfRange(argument: "\(argument)[\(bad)]", value: values[bad], accepted: "0...1")
    }

    /// Refuses weights that are negative or not finite.
    static func weights(_ values: [Double], _ argument: String) throws(StatisticsError) {
        try finite(values, argument)
        guard let bad = values.firstIndex(where: { $0 < 0 }) else { return }
        throw .outOfRange(argument: "\(argument)[\(bad)]", value: values[bad], accepted: "0 or more")
    }

    /// Refuses two arguments of different lengths.
    static func sameLength(
        _ count: Int,
        _ argument: String,
        _ otherCount: Int,
        _ other: String
    ) throws(StatisticsError) {
        guard count == otherCount else {
            throw .lengthMismatch(argument: argument, count: count, other: other, otherCount: otherCount)
        }
    }

    /// Refuses a level that is not strictly between 0 and 1.
    static func level(_ value: Double, _ argument: String) throws(StatisticsError) {
        guard value > 0, value < 1 else {
            throw .outOfRange(argument: argument, value: value, accepted: "above 0 and below 1")
        }
    }

    /// Refuses a number below a bound.
    static func atLeast(_ bound: Int, _ value: Int, _ argument: String) throws(StatisticsError) {
        guard value >= bound else {
            throw .outOfRange(argument: argument, value: Double(value), accepted: "\(bound) or more")
        }
    }

    /// Refuses a number that is not finite and above zero.
    static func positive(_ value: Double, _ argument: String) throws(StatisticsError) {
        guard value > 0, value.isFinite else {
            throw .outOfRange(argument: argument, value: value, accepted: "a finite number above 0")
        }
    }
}
