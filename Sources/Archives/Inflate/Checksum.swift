import CZlib

/// The CRC-32 of zip and gzip over bytes that come in pieces.
struct Checksum {
    /// The checksum of all bytes so far; 0 for none.
    private(set) var value: UInt32 = 0

    /// Takes in the first `count` bytes of `bytes`.
    mutating func update(_ bytes: [UInt8], count: Int) {
        value = unsafe bytes.withUnsafeBufferPointer { buffer in
            UInt32(truncatingIfNeeded: unsafe crc32_z(UInt(value), buffer.baseAddress, count))
        }
    }
}
