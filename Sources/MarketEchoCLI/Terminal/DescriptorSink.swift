import Foundation

/// Nobody reads standard output any more: the reader of the pipe has gone.
struct OutputClosed: Error {}

/// Bytes that cannot be written.
struct WriteError: Error, CustomStringConvertible {
    let destination: String
    let code: Int32

    var description: String { "cannot write to \(destination): \(String(cString: strerror(code)))" }
}

/// Writes to a file descriptor in blocks.
final class DescriptorSink: ByteSink {
    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private static let blockSize = 1 << 16

    /// - Parameters:
    ///   - descriptor: an open file descriptor; the sink does not close it.
    ///   - name: what to call it in messages.
    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    func write(_ bytes: some Sequence<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.blockSize { try finish() }
    }

    /// Passes on what was held back.
    ///
    /// - Throws: `OutputClosed` where the reader has gone, `WriteError` where the bytes find no place.
    func finish() throws {
        var start = 0
        while start < buffer.count {
            let written = buffer[start...].withUnsafeBytes { bytes in
                Foundation.write(descriptor, bytes.baseAddress, bytes.count)
            }
            if written >= 0 {
                start += written
                continue
            }
            let code = errno
            if code == EINTR { continue }
            buffer = []
            if code == EPIPE || code == EBADF { throw OutputClosed() }
            throw WriteError(destination: name, code: code)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
