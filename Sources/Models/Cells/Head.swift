/// One of the two questions that a model answers about an event.
public enum Head: String, CaseIterable, Codable, Comparable, Sendable {
    /// How large the move is, in impact points 0...100.
    case magnitude
    /// Whether the abnormal return is above zero.
    case direction

    /// Heads are ordered by name.
    public static func < (lhs: Head, rhs: Head) -> Bool { lhs.rawValue < rhs.rawValue }
}
