/// Why an archive, or one entry of it, is refused.
public enum ArchiveError: Error, Equatable, Sendable {
    /// The bytes are no archive of the named format.
    case notAnArchive(format: String, reason: String)
    /// The bytes end before the named part does.
    case truncated(part: String)
    /// A part contradicts the format or another part.
    case corrupt(part: String, reason: String)
    /// The unpacked bytes do not match the checksum that the archive states.
    case checksumMismatch(part: String, stated: UInt32, computed: UInt32)
    /// The entry uses a feature that this reader leaves out.
    case unsupported(part: String, feature: String)
    /// The entry's name would leave the folder that it is unpacked to, or hides what it is.
    case unsafeName(String)
    /// A part is larger than the limit set for it, both in bytes (or in entries, for the directory's count).
    case tooLarge(part: String, size: UInt64, limit: UInt64)
    /// The archive has no entry of that name.
    case noSuchEntry(String)
    /// The source of the bytes failed.
    case unreadable(reason: String)
}

extension ArchiveError: CustomStringConvertible {
    /// One sentence that names the part, what was found and what is accepted.
    public var description: String {
        switch self {
        case .notAnArchive(let format, let reason):
            "not a \(format) archive: \(reason)"
        case .truncated(let part):
            "the archive ends in the middle of \(part)"
        case .corrupt(let part, let reason):
            "\(part) is corrupt: \(reason)"
        case .checksumMismatch(let part, let stated, let computed):
            "\(part) is corrupt: its CRC-32 is \(Self.hex(computed)), the archive states \(Self.hex(stated))"
        case .unsupported(let part, let feature):
            "\(part) uses \(feature), which this reader does not support"
        case .unsafeName(let name):
            "the archive has an entry with an unsafe name: \(name.debugDescription); "
                + "accepted are relative paths with forward slashes"
        case .tooLarge(let part, let size, let limit):
            "\(part) is too large: \(size), at most \(limit) are accepted"
        case .noSuchEntry(let name):
            "the archive has no entry named \(name.debugDescription)"
        case .unreadable(let reason):
            "the archive cannot be read: \(reason)"
        }
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
