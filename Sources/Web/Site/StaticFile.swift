import Crypto

/// A file that pages refer to, under an address that changes with its content.
struct StaticFile: Sendable {
    /// The content.
    let bytes: [UInt8]
    /// The media type.
    let mediaType: String
    /// The address, for example `/static/site.3f2a91bc.css`.
    let path: String

    private init(_ stem: String, _ suffix: String, _ mediaType: String, _ bytes: [UInt8]) {
        self.bytes = bytes
        self.mediaType = mediaType
        let digits = SHA256.hash(data: bytes).prefix(6).map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }
        path = "/static/\(stem).\(digits.joined()).\(suffix)"
    }

    /// The stylesheet of pages and pictures.
    static let style = StaticFile(
        "site",
        "css",
        "text/css; charset=utf-8",
        EmbeddedFile.named("site.css").bytes + EmbeddedFile.named("charts.css").bytes
    )
    /// The script that pages can do without.
    static let script = StaticFile(
        "site",
        "js",
        "text/javascript; charset=utf-8",
        EmbeddedFile.named("site.js").bytes
    )
    /// The icon.
    static let icon = StaticFile("icon", "svg", "image/svg+xml", EmbeddedFile.named("icon.svg").bytes)

    /// All files.
    static let all = [style, script, icon]
}
