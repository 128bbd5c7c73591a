/// Escapes text for element content and for quoted attribute values alike, byte by byte.
enum Escaping {
    /// Appends the text with `& < > " '` as character references and control characters, except tab and
    /// newline, as U+FFFD.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &bytes) }
    }

    private static func append(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for position in source.indices {
            let byte = source[position]
            guard needsReplacement(byte) else { continue }
            bytes.append(contentsOf: source[start..<position])
            bytes.append(contentsOf: replacement(of: byte).utf8)
            start = position + 1
        }
        bytes.append(contentsOf: source[start...])
    }

    private static func needsReplacement(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"): false
        case ..<0x20, 0x7F: true
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
        case UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }

    private static func replacement(of byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: "\u{FFFD}"
        }
    }
}
