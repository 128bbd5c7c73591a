/// Why a value of this room could not be made.
public enum ScoreError: Error, Equatable, Sendable {
    /// A number lies outside what is accepted, or is not a number.
    case outOfRange(name: String, value: String, accepted: String)
    /// A code is none of the known ones.
    case unknownCode(name: String, value: String, accepted: [String])
    /// Parts that belong together contradict each other.
    case inconsistent(name: String, detail: String)

    static func range(_ name: String, _ value: Double, accepted: String) -> ScoreError {
        .outOfRange(name: name, value: "\(value)", accepted: accepted)
    }
}

extension ScoreError: CustomStringConvertible {
    /// The thing, its value and what is accepted.
    public var description: String {
        switch self {
        case .outOfRange(let name, let value, let accepted):
            "\(name) is \(value); accepted is \(accepted)"
        case .unknownCode(let name, let value, let accepted):
            "\(name) is \"\(value)\"; accepted is one of \(accepted.joined(separator: ", "))"
        case .inconsistent(let name, let detail):
            "\(name) is inconsistent: \(detail)"
        }
    }
}
