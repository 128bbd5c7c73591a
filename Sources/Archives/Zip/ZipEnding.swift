/// Where the directory of a zip archive lies, from the records at its end.
struct ZipEnding {
    let directoryOffset: Int
    let directoryBytes: Int
    let entries: Int

    private static let recordBytes = 22
    private static let longestComment = 65_535
    private static let locatorBytes = 20
    private static let record64Bytes = 56

    /// Finds and checks the ending.
    init(_ source: ByteSource, limits: ArchiveLimits) throws(ArchiveError) {
        let tailBytes = min(source.length, Self.recordBytes + Self.longestComment)
        let tail = try source.read(at: source.length - tailBytes, count: tailBytes, part: "the ending")
        guard let at = Self.position(in: tail) else {
            throw .notAnArchive(format: "zip", reason: "there is no end-of-directory record")
        }
        let record = tail[at...]
        let recordOffset = source.length - tailBytes + at
        guard record.uint16(4) == 0 || record.uint16(4) == UInt16.max else {
            throw .unsupported(part: "the archive", feature: "several volumes")
        }
        var entries = UInt64(record.uint16(10))
        var bytes = UInt64(record.uint32(12))
        var offset = UInt64(record.uint32(16))
        var endsAt = recordOffset
        if let large = try Self.record64(source, before: recordOffset) {
            (entries, bytes, offset, endsAt) = large
        }
        guard bytes <= UInt64(limits.directoryBytes) else {
            throw .tooLarge(part: "the directory", size: bytes, limit: UInt64(limits.directoryBytes))
        }
        guard entries <= UInt64(limits.entries) else {
            throw .tooLarge(
                part: "the number of entries",
                size: entries,
                limit: UInt64(limits.entries)
            )
        }
        guard offset <= UInt64(endsAt), bytes == UInt64(endsAt) - offset else {
            throw .corrupt(
                part: "the ending",
                reason:
                    "the directory is said to be \(bytes) bytes at offset \(offset), it must end at \(endsAt)"
            )
        }
        self.entries = Int(entries)
        directoryBytes = Int(bytes)
        directoryOffset = Int(offset)
    }

    /// The last place whose comment length reaches exactly to the end of the archive.
    private static func position(in tail: [UInt8]) -> Int? {
        guard tail.count >= recordBytes else { return nil }
        for at in stride(from: tail.count - recordBytes, through: 0, by: -1)
        where tail[at] == 0x50 && tail[at...].uint32(0) == 0x0605_4b50 {
            if at + recordBytes + Int(tail[at...].uint16(20)) == tail.count { return at }
        }
        return nil
    }

    /// The fields of the 64-bit ending, where the archive has one.
    private static func record64(
        _ source: ByteSource,
        before recordOffset: Int
    ) throws(ArchiveError) -> (entries: UInt64, bytes: UInt64, offset: UInt64, endsAt: Int)? {
        guard recordOffset >= locatorBytes else { return nil }
        let locator = try source.read(
            at: recordOffset - locatorBytes,
            count: locatorBytes,
            part: "the ending"
        )
        guard locator.uint32(0) == 0x0706_4b50 else { return nil }
        let at = locator.uint64(8)
        guard at <= UInt64(recordOffset), UInt64(recordOffset) - at >= UInt64(locatorBytes + record64Bytes)
        else { throw .corrupt(part: "the ending", reason: "its 64-bit record is said to be at offset \(at)") }
        let record = try source.read(at: Int(at), count: record64Bytes, part: "the ending")
        guard record.uint32(0) == 0x0606_4b50 else {
            throw .corrupt(part: "the ending", reason: "its 64-bit record does not begin with PK 06 06")
        }
        guard record.uint32(16) == 0, record.uint32(20) == 0 else {
            throw .unsupported(part: "the archive", feature: "several volumes")
        }
        return (record.uint64(32), record.uint64(40), record.uint64(48), Int(at))
    }
}
