/// Unpacks whole gzip data.
public enum Gzip {
    /// True where the bytes begin like gzip data.
    public static func recognises(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x1f, 0x8b])
    }

    /// Unpacks gzip data of one member or several joined ones.
    ///
    /// - Parameters:
    ///   - bytes: the packed data.
    ///   - name: names the data in errors.
    ///   - limits: `unpackedBytes` bounds the result.
    /// - Returns: the unpacked bytes of all members, joined.
    /// - Throws: `ArchiveError` for data that is no gzip data, is corrupt or exceeds the limits.
    public static func unpack(
        _ bytes: [UInt8],
        name: String = "the gzip data",
        limits: ArchiveLimits = .standard
    ) throws(ArchiveError) -> [UInt8] {
        var result: [UInt8] = []
        var stream = try GzipStream(name: name, limits: limits)
        do {
            try stream.feed(bytes) { piece in result.append(contentsOf: piece) }
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        try stream.finish()
        return result
    }
}
