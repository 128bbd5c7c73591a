/// One file of a zip archive as its central directory describes it.
public struct ZipEntry: Sendable, Equatable {
    /// How the bytes of an entry are packed.
    enum Method: UInt16, Sendable {
        /// Not packed.
        case stored = 0
        /// Deflate.
        case deflated = 8
    }

    /// The path inside the archive; relative, with forward slashes, ends in a slash for a folder.
    public let name: String
    /// Unpacked size in bytes.
    public let size: Int
    /// Packed size in bytes.
    public let packedSize: Int
    /// CRC-32 of the unpacked bytes.
    public let checksum: UInt32

    let method: UInt16
    let flags: UInt16
    let localHeaderOffset: Int

    /// True for an entry that only names a folder.
    public var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") }
}
