/// Why a procedure of this room refused its input.
///
/// A figure that the data do not define (no rows, one class, constant data) is not an error: it is nil.
public enum StatisticsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Two arguments that describe the same rows have different lengths.
    case lengthMismatch(argument: String, count: Int, other: String, otherCount: Int)
    /// A value is NaN or infinite.
    case notFinite(argument: String, index: Int)
    /// A value lies outside what is accepted.
    case outOfRange(argument: String, value: Double, accepted: String)
    /// There are fewer values than the procedure can work with.
    case tooFew(argument: String, count: Int, needed: Int)

    /// The argument, its value and what would be accepted.
    public var description: String {
        switch self {
        case .lengthMismatch(let argument, let count, let other, let otherCount):
            "\(argument) has \(count) values, \(other) has \(otherCount); they must have the same number"
        case .notFinite(let argument, let index):
            "\(argument)[\(index)] is not a finite number"
        case .outOfRange(let argument, let value, let accepted):
            "\(argument) is \(value); accepted is \(accepted)"
        case .tooFew(let argument, let count, let needed):
            "\(argument) has \(count) values; at least \(needed) are needed"
        }
    }
}
