import CResources

/// A file that is part of the program itself.
struct EmbeddedFile: Sendable {
    /// Its name.
    let name: String
    /// Its content.
    let bytes: [UInt8]

    /// The file's content as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// All files by name.
    private static let all: [String: EmbeddedFile] = {
        let files = UnsafeBufferPointer(start: market_echo_resources(), count: market_echo_resource_count())
        var all: [String: EmbeddedFile] = [:]
        for file in files {
            let name = String(cString: file.name)
            all[name] = EmbeddedFile(
                name: name,
                bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
            )
        }
        return all
    }()

    /// The file with a name; a name that the program does not hold is a programming error and traps.
    static func named(_ name: String) -> EmbeddedFile {
        guard let file = all[name] else { preconditionFailure("no file \(name) is part of the program") }
        return file
    }
}
