/// A model version: major for a change of meaning, minor for new data or settings, patch unused so far.
public struct SemanticVersion: Hashable, Sendable {
    /// Rises when labels or features change their meaning.
    public let major: Int
    /// Rises when data or configuration change.
    public let minor: Int
    /// Rises for a rebuild of the same model.
    public let patch: Int

    /// Creates a version; numbers below zero count as zero.
    public init(major: Int, minor: Int, patch: Int = 0) {
        self.major = max(major, 0)
        self.minor = max(minor, 0)
        self.patch = max(patch, 0)
    }

    /// Parses `MAJOR.MINOR.PATCH`; nil for any other text.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map {
            Self.number(String($0))
        }
        guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2] else {
            return nil
        }
        self.init(major: major, minor: minor, patch: patch)
    }

    /// The version as `MAJOR.MINOR.PATCH`.
    public var text: String { "\(major).\(minor).\(patch)" }

    /// The version that a first model carries.
    public static let initial = SemanticVersion(major: 1, minor: 0)

    private static func number(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text),
            String(value) == text
        else { return nil }
        return value
    }
}

extension SemanticVersion: Comparable {
    /// Versions are ordered number by number.
    public static func < (lhs: SemanticVersion, rhs: SemanticVersion) -> Bool {
        (lhs.major, lhs.minor, lhs.patch) < (rhs.major, rhs.minor, rhs.patch)
    }
}

extension SemanticVersion: CustomStringConvertible {
    /// The version as text.
    public var description: String { text }
}
