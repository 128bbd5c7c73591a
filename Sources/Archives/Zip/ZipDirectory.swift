/// The central directory of a zip archive; entries are decoded while it is walked, so that a million of them
/// costs no more memory than their packed form.
public struct ZipDirectory: Sendable, Sequence {
    /// Number of entries.
    public let count: Int

    private let bytes: [UInt8]

    /// Checks every record of a directory.
    init(bytes: [UInt8], count: Int, dataEnd: Int) throws(ArchiveError) {
        self.bytes = bytes
        self.count = count
        var position = 0
        for _ in 0..<count {
            let entry = try Self.decode(bytes, at: &position)
            guard entry.localHeaderOffset < dataEnd, entry.packedSize <= dataEnd - entry.localHeaderOffset
            else { throw .corrupt(part: entry.name, reason: "it lies outside the archive") }
        }
        guard position == bytes.count else {
            throw .corrupt(part: "the directory", reason: "it is longer than its \(count) entries")
        }
    }

    /// Walks the entries in the order of the directory.
    public struct Iterator: IteratorProtocol {
        fileprivate let bytes: [UInt8]
        fileprivate var position = 0

        /// The next entry, or nil behind the last.
        public mutating func next() -> ZipEntry? {
            position < bytes.count ? try? ZipDirectory.decode(bytes, at: &position) : nil
        }
    }

    /// An iterator over the entries.
    public func makeIterator() -> Iterator { Iterator(bytes: bytes) }

    /// The entry of a name; where two share it, the last.
    public func entry(named name: String) throws(ArchiveError) -> ZipEntry {
        var found: ZipEntry?
        for entry in self where entry.name == name { found = entry }
        guard let found else { throw .noSuchEntry(name) }
        return found
    }

    // MARK: Records

    private static let recordBytes = 46

    private static func decode(
        _ bytes: [UInt8],
        at position: inout Int
    ) throws(ArchiveError) -> ZipEntry {
        guard bytes.count - position >= recordBytes else { throw .truncated(part: "the directory") }
        let record = bytes[position...]
        guard record.uint32(0) == 0x0201_4b50 else {
            throw .corrupt(part: "the directory", reason: "a record does not begin with PK 01 02")
        }
        let nameLength = Int(record.uint16(28))
        let extraLength = Int(record.uint16(30))
        let length = recordBytes + nameLength + extraLength + Int(record.uint16(32))
        guard length <= record.count else { throw .truncated(part: "the directory") }
        let extraStart = position + recordBytes + nameLength
        let name = try ZipName.checked(bytes[position + recordBytes..<extraStart])
        var extra = Zip64Extra(bytes[extraStart..<extraStart + extraLength], name: name)
        let size = try extra.value(record.uint32(24))
        let packedSize = try extra.value(record.uint32(20))
        let offset = try extra.value(record.uint32(42))
        position += length
        return ZipEntry(
            name: name,
            size: size,
            packedSize: packedSize,
            checksum: record.uint32(16),
            method: record.uint16(10),
            flags: record.uint16(8),
            localHeaderOffset: offset
        )
    }
}
