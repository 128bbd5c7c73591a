/// Bytes of a known total length that can be read at any offset, such as a file or an array.
public struct ByteSource: Sendable {
    /// Total length in bytes.
    public let length: Int

    private let reader: @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]

    /// Creates a source from a closure.
    ///
    /// - Parameters:
    ///   - length: total length in bytes.
    ///   - reader: gives exactly `count` bytes from `offset` on; never asked for more than there is.
    public init(
        length: Int,
        reader: @escaping @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]
    ) {
        self.length = length
        self.reader = reader
    }

    /// Creates a source of bytes in memory.
    public init(_ bytes: [UInt8]) {
        self.init(length: bytes.count) { offset, count in Array(bytes[offset..<offset + count]) }
    }

    /// Reads a range; throws where the range leaves the source or the source gives another number of bytes.
    func read(at offset: Int, count: Int, part: @autoclosure () -> String) throws(ArchiveError) -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= length, count <= length - offset else {
            throw .truncated(part: part())
        }
        let bytes: [UInt8]
        do {
            bytes = try reader(offset, count)
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        guard bytes.count == count else {
            throw .unreadable(
                reason: "\(count) bytes were asked for at offset \(offset), \(bytes.count) came"
            )
        }
        return bytes
    }
}
