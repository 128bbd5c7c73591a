/// Why a whole file is refused: it is not what it claims to be.
public enum EventFileError: Error, Hashable, Sendable {
    /// The file holds nothing.
    case empty
    /// The file holds bytes that no text has, or that are not UTF-8.
    case notText(reason: String)
    /// The file is of another kind than expected.
    case otherFormat(expected: String, found: String)
    /// No column of the given names.
    case missingColumn(oneOf: [String], found: [String])
    /// Two columns of the same name.
    case duplicateColumn(String)
    /// The structure of the file contradicts its format.
    case malformed(format: String, reason: String)
}

extension EventFileError: CustomStringConvertible {
    /// What was found and what is accepted.
    public var description: String {
        switch self {
        case .empty:
            "the file is empty"
        case .notText(let reason):
            "the file is not UTF-8 text: \(reason)"
        case .otherFormat(let expected, let found):
            "\(expected) is expected, the file is \(found)"
        case .missingColumn(let names, let found):
            "the file has no column \(names.joined(separator: " or ")); its columns are "
                + (found.isEmpty ? "none" : found.prefix(40).joined(separator: ", "))
        case .duplicateColumn(let name):
            "the file has two columns \(name)"
        case .malformed(let format, let reason):
            "the file is no valid \(format): \(reason)"
        }
    }
}
