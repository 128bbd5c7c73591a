/// Why bytes are not a JSON document.
public struct JSONError: Error, Hashable, Sendable {
    /// Position of the offending byte, from 0.
    public let offset: Int
    /// What is wrong there.
    public let reason: String
}

extension JSONError: CustomStringConvertible {
    /// The reason and the position.
    public var description: String { "\(reason) at byte \(offset)" }
}
