import CZlib

/// A running decompression by zlib; memory is released when the value goes out of scope.
///
/// The pointer is safe to hold: it is allocated and freed here and never leaves the value.
@safe
struct Inflater: ~Copyable {
    /// How the compressed bytes are framed.
    enum Framing: Int32 {
        /// Bare deflate, as in zip entries.
        case raw = -15
        /// A gzip header before and a CRC-32 with a length behind.
        case gzip = 31
    }

    /// What one step took and whether the compressed stream has come to its end.
    struct Step {
        /// Bytes of the input that were used.
        let consumed: Int
        /// Bytes written to the front of the output.
        let produced: Int
        /// True at the end of the compressed stream.
        let atEnd: Bool
    }

    private let stream: UnsafeMutablePointer<z_stream>
    private let part: String

    /// Starts a decompression; `part` names the data in errors.
    init(_ framing: Framing, part: String) throws(ArchiveError) {
        unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        self.part = part
        let status = unsafe inflateInit2_(
            stream,
            framing.rawValue,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard status == Z_OK else {
            throw .corrupt(part: part, reason: "zlib did not start (status \(status))")
        }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Decompresses from `input[position...]` into `output` until the input is used up, the output is full or
    /// the stream ends.
    mutating func step(
        _ input: [UInt8],
        from position: Int,
        into output: inout [UInt8]
    ) throws(ArchiveError) -> Step {
        let available = min(input.count - position, Int(Int32.max))
        let capacity = min(output.count, Int(Int32.max))
        let status = unsafe input.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in =
                    UnsafeMutablePointer(mutating: source.baseAddress?.advanced(by: position))
                unsafe stream.pointee.avail_in = UInt32(available)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(capacity)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
        let consumed = unsafe available - Int(stream.pointee.avail_in)
        let produced = unsafe capacity - Int(stream.pointee.avail_out)
        switch status {
        case Z_STREAM_END:
            return Step(consumed: consumed, produced: produced, atEnd: true)
        case Z_OK, Z_BUF_ERROR:
            return Step(consumed: consumed, produced: produced, atEnd: false)
        default:
            throw .corrupt(part: part, reason: message ?? "zlib status \(status)")
        }
    }

    /// Makes ready for another stream of the same framing.
    mutating func reset() {
        unsafe inflateReset(stream)
    }

    private var message: String? {
        guard let text = unsafe stream.pointee.msg else { return nil }
        return unsafe String(cString: text)
    }
}
