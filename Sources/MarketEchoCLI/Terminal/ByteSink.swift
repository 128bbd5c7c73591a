/// Where bytes go, in order.
protocol ByteSink: AnyObject {
    /// Takes bytes, possibly holding them back until `finish`.
    func write(_ bytes: some Sequence<UInt8>) throws

    /// Passes on what was held back and closes what has to be closed.
    func finish() throws
}

extension ByteSink {
    /// Takes the UTF-8 bytes of a text.
    func write(_ text: String) throws { try write(text.utf8) }
}

/// Keeps bytes in memory.
final class MemorySink: ByteSink {
    private(set) var bytes: [UInt8] = []

    func write(_ bytes: some Sequence<UInt8>) { self.bytes.append(contentsOf: bytes) }

    func finish() {}

    /// The bytes as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
