/// Reads zip archives through a source of bytes, so that a large one need not be in memory.
///
/// Stored and deflated entries, 64-bit sizes and offsets are understood; encryption, other methods and
/// several volumes are refused. A name that is no plain relative path refuses the whole archive.
public struct ZipArchive: Sendable {
    /// The entries.
    public let directory: ZipDirectory

    private let source: ByteSource
    private let limits: ArchiveLimits
    private let dataEnd: Int

    /// Opens an archive and checks its directory.
    ///
    /// - Parameters:
    ///   - source: the archive's bytes.
    ///   - limits: how large the parts may be.
    /// - Throws: `ArchiveError` for bytes that are no zip archive and for a directory that is corrupt.
    public init(_ source: ByteSource, limits: ArchiveLimits = .standard) throws(ArchiveError) {
        let ending = try ZipEnding(source, limits: limits)
        let bytes = try source.read(
            at: ending.directoryOffset,
            count: ending.directoryBytes,
            part: "the directory"
        )
        directory = try ZipDirectory(bytes: bytes, count: ending.entries, dataEnd: ending.directoryOffset)
        dataEnd = ending.directoryOffset
        self.source = source
        self.limits = limits
    }

    /// True where the bytes begin like a zip archive.
    public static func recognises(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4b, 3, 4]) || bytes.starts(with: [0x50, 0x4b, 5, 6])
    }

    /// The unpacked bytes of an entry.
    public func bytes(of entry: ZipEntry) throws(ArchiveError) -> [UInt8] {
        try checkSize(of: entry)
        var result: [UInt8] = []
        result.reserveCapacity(min(entry.size, max(entry.packedSize, 1) * 32))
        do {
            try unpack(entry) { piece in result.append(contentsOf: piece) }
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        return result
    }

    /// The unpacked bytes of the entry of a name.
    public func bytes(named name: String) throws(ArchiveError) -> [UInt8] {
        try bytes(of: directory.entry(named: name))
    }

    /// Unpacks an entry and hands on its bytes in pieces of at most 64 KiB.
    ///
    /// The checksum can only be compared after the last piece; what `consume` did before is to be thrown away
    /// where this throws. Throws `ArchiveError`, and whatever `consume` throws.
    public func unpack(_ entry: ZipEntry, consume: (ArraySlice<UInt8>) throws -> Void) throws {
        try checkSize(of: entry)
        guard entry.flags & 1 == 0 else {
            throw ArchiveError.unsupported(part: entry.name, feature: "encryption")
        }
        let start = try dataOffset(of: entry)
        let packed = PackedEntry(source: source, entry: entry, offset: start)
        let checksum: UInt32
        switch ZipEntry.Method(rawValue: entry.method) {
        case .stored: checksum = try packed.copy(consume)
        case .deflated: checksum = try packed.inflate(consume)
        case nil:
            throw ArchiveError.unsupported(part: entry.name, feature: "packing method \(entry.method)")
        }
        guard checksum == entry.checksum else {
            throw ArchiveError.checksumMismatch(
                part: entry.name,
                stated: entry.checksum,
                computed: checksum
            )
        }
    }

    private func checkSize(of entry: ZipEntry) throws(ArchiveError) {
        guard entry.size <= limits.unpackedBytes else {
            throw .tooLarge(
                part: entry.name,
                size: UInt64(entry.size),
                limit: UInt64(limits.unpackedBytes)
            )
        }
    }

    /// The offset of the packed bytes, behind the local header, which must agree with the directory.
    private func dataOffset(of entry: ZipEntry) throws(ArchiveError) -> Int {
        let headerBytes = 30
        let header = try source.read(
            at: entry.localHeaderOffset,
            count: headerBytes,
            part: "the header of \(entry.name)"
        )
        guard header.uint32(0) == 0x0403_4b50 else {
            throw .corrupt(part: entry.name, reason: "its header does not begin with PK 03 04")
        }
        let nameLength = Int(header.uint16(26))
        let name = try source.read(
            at: entry.localHeaderOffset + headerBytes,
            count: nameLength,
            part: "the header of \(entry.name)"
        )
        guard name.elementsEqual(entry.name.utf8), header.uint16(8) == entry.method else {
            throw .corrupt(part: entry.name, reason: "its header contradicts the directory")
        }
        let start = entry.localHeaderOffset + headerBytes + nameLength + Int(header.uint16(28))
        guard start <= dataEnd, entry.packedSize <= dataEnd - start else {
            throw .truncated(part: entry.name)
        }
        return start
    }
}
