import CZlib
import NIOCore
import Testing

@testable import Web

@Suite
struct GzipTests {
    /// The content of a gzip file, by zlib.
    static func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        try #require(inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
        defer { inflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: 4 << 20)
        var input = bytes
        let (status, count) = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return (inflate(&stream, Z_FINISH), Int(stream.total_out))
            }
        }
        try #require(status == Z_STREAM_END)
        return Array(output.prefix(count))
    }

    @Test(arguments: [1, 1_023, 1_024, 65_536, 300_000])
    func `what is compressed reads back the same`(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7 % 50 + 32) }
        guard let compressed = Gzip.compressed(ByteBuffer(bytes: bytes)) else {
            return #expect(count < 100, "text of this size has to shrink")
        }
        #expect(try Self.unpacked(Array(compressed.readableBytesView)) == bytes)
    }

    @Test
    func `what does not shrink stays as it is`() {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<5_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        #expect(Gzip.compressed(ByteBuffer(bytes: bytes)) == nil)
        #expect(Gzip.compressed(ByteBuffer()) == nil)
    }

    @Test(arguments: [
        ("text/html; charset=utf-8", 1_024, true), ("application/json", 5_000, true),
        ("text/css", 1_023, false),
        ("image/svg+xml", 5_000, true), ("image/png", 5_000, false),
        ("application/octet-stream", 5_000, false),
    ])
    func `long text is worth it`(_ type: String, _ count: Int, _ expected: Bool) {
        #expect(Gzip.isWorthIt(ByteBuffer(repeating: 65, count: count), mediaType: type) == expected)
    }
}
