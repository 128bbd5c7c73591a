/// A question of bounded length, free of control characters.
public struct Question: Sendable, Hashable {
    /// The text, spaces trimmed, control characters and line ends replaced by spaces.
    public let text: String

    /// Most characters that a question may have.
    public static let characterLimit = 500

    /// Creates a question.
    ///
    /// - Parameter text: what a person typed; may be empty, which gets an answer that says so.
    /// - Throws: `QuestionError.tooLong` above `characterLimit` characters or four bytes each.
    public init(_ text: String) throws(QuestionError) {
        // Bytes first: a single character may have any number of combining marks.
        guard text.utf8.count <= 4 * Self.characterLimit, text.count <= Self.characterLimit else {
            throw .tooLong(characters: text.count, limit: Self.characterLimit)
        }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            clean.append(Self.isControl(scalar) ? " " : scalar)
        }
        self.text = String(clean).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            true
        default: false
        }
    }
}

/// Why a text is no question.
public enum QuestionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// It is longer than a question may be.
    case tooLong(characters: Int, limit: Int)

    /// The length and what is accepted.
    public var description: String {
        switch self {
        case .tooLong(let characters, let limit):
            "the question has \(characters) characters; accepted are up to \(limit)"
        }
    }
}
