/// How large an archive and its parts may be; whatever is larger is refused before memory is taken for it.
public struct ArchiveLimits: Sendable, Equatable {
    /// Most entries that a directory may hold.
    public var entries: Int
    /// Largest directory in bytes.
    public var directoryBytes: Int
    /// Largest unpacked size of one entry or stream in bytes.
    public var unpackedBytes: Int

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - entries: most entries of a directory; EDGAR's bulk file of submissions has about a million.
    ///   - directoryBytes: largest directory.
    ///   - unpackedBytes: largest unpacked size of one entry or stream.
    public init(
        entries: Int = 4_000_000,
        directoryBytes: Int = 512 << 20,
        unpackedBytes: Int = 256 << 20
    ) {
        self.entries = entries
        self.directoryBytes = directoryBytes
        self.unpackedBytes = unpackedBytes
    }

    /// Limits that hold EDGAR's bulk files and the demo's packages with room to spare.
    public static let standard = ArchiveLimits()
}
