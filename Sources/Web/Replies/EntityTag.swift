import Crypto
import NIOCore

/// Entity tags (RFC 9110, section 8.8.3): names of contents, by which a client asks whether its copy is still good.
enum EntityTag {
    /// The strong tag of bytes: the first 16 bytes of their SHA-256.
    static func strong(_ body: ByteBuffer) -> String {
        var hash = SHA256()
        body.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
        return "\"\(Hexadecimal.text(hash.finalize().prefix(16)))\""
    }

    /// The tag of the same content compressed: other bytes, another strong tag.
    static func compressed(_ tag: String) -> String {
        tag.hasPrefix("W/") ? tag : "\(tag.dropLast())-gz\""
    }

    /// Whether a client's `If-None-Match` names a tag, by weak comparison; `*` names any.
    static func matches(_ header: String, _ tag: String) -> Bool {
        if header == tag { return true }
        return header.split(separator: ",").contains { entry in
            let text = entry.filter { $0 != " " }
            return text == "*" || weak(text) == weak(tag)
        }
    }

    private static func weak(_ tag: String) -> Substring {
        let opaque = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
        // A cache may ask with the tag of the compressed form of what it has.
        return opaque.hasSuffix("-gz\"") ? opaque.dropLast(4) + "\"" : opaque
    }
}
