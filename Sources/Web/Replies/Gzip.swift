import CZlib
import NIOCore

/// Compresses bodies by zlib, gzip framing (RFC 1952).
enum Gzip {
    /// Shorter bodies are sent as they are: they fit into one packet anyway.
    static let shortest = 1_024

    /// How much work zlib does, 1...9; 5 is within some percent of the best at a third of its time.
    private static let level: Int32 = 5

    /// Whether a body of a media type is worth compressing.
    static func isWorthIt(_ body: ByteBuffer, mediaType: String) -> Bool {
        guard body.readableBytes >= shortest else { return false }
        return mediaType.hasPrefix("text/") || mediaType.hasPrefix("application/json")
            || mediaType.hasPrefix("application/problem+json") || mediaType.hasPrefix("application/yaml")
            || mediaType.hasPrefix("image/svg+xml")
    }

    /// The compressed bytes; nil where zlib does not start or they would not be fewer.
    static func compressed(_ body: ByteBuffer) -> ByteBuffer? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // 15 bits of window, and 16 for the gzip frame; 8 is zlib's usual memory level.
        let status = unsafe deflateInit2_(
            &stream,
            level,
            Z_DEFLATED,
            15 + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            size
        )
        guard status == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        let capacity = Int(unsafe deflateBound(&stream, UInt(body.readableBytes)))
        var output = ByteBufferAllocator().buffer(capacity: capacity)
        let end = unsafe body.withUnsafeReadableBytes { source in
            unsafe output.writeWithUnsafeMutableBytes(minimumWritableBytes: capacity) { target in
                unsafe stream.next_in = UnsafeMutablePointer(
                    mutating: source.bindMemory(to: UInt8.self).baseAddress
                )
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
                unsafe stream.avail_out = UInt32(capacity)
                guard unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END else { return 0 }
                return unsafe capacity - Int(stream.avail_out)
            }
        }
        // A copy of its own size: the buffer was made for the worst case, and the answer is kept.
        return end > 0 && end < body.readableBytes ? ByteBuffer(bytes: output.readableBytesView) : nil
    }
}
