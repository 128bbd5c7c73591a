/// Checks that bytes are text before anything is read from them.
enum TextFile {
    /// Throws for bytes that are empty, binary or not UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: the file or its beginning.
    ///   - isWhole: false where the last character may be cut off.
    /// - Throws: `EventFileError` saying what the bytes are.
    static func checkIsText(_ bytes: ArraySlice<UInt8>, isWhole: Bool = true) throws(EventFileError) {
        guard !bytes.isEmpty else { throw .empty }
        if bytes.starts(with: [0x50, 0x4b, 3, 4]) { throw .notText(reason: "it is a zip archive") }
        if bytes.starts(with: [0x1f, 0x8b]) { throw .notText(reason: "it is packed with gzip") }
        if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
            throw .notText(reason: "it is UTF-16; save it as UTF-8")
        }
        if bytes.contains(0) { throw .notText(reason: "it contains binary data") }
        if isWhole, String(validating: bytes, as: UTF8.self) == nil {
            throw .notText(reason: "it contains bytes of another encoding; save it as UTF-8")
        }
    }

    /// The bytes behind a byte order mark.
    static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    }

    /// What text in angle brackets is, with its title where it has one: an error page says what went wrong.
    static func describe(_ bytes: [UInt8]) -> String {
        let head = Array(bytes.prefix(8192))
        let lower = head.map { (65...90).contains($0) ? $0 + 32 : $0 }
        let kind =
            if find("<html", in: lower) != nil || find("<!doctype html", in: lower) != nil {
                "an HTML page"
            } else if find("<?xml", in: lower) != nil {
                "an XML document"
            } else {
                "text in angle brackets"
            }
        for tag in ["title", "h1", "code", "message"] {
            guard let start = find("<\(tag)>", in: lower)?.upperBound,
                let end = find("</\(tag)>", in: lower, from: start)?.lowerBound
            else { continue }
            let words = String(decoding: head[start..<min(end, start + 100)], as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            if !words.isEmpty { return "\(kind) titled '\(words.joined(separator: " "))'" }
        }
        return kind
    }

    /// The first place of a text at or behind an index.
    private static func find(_ text: String, in bytes: [UInt8], from start: Int = 0) -> Range<Int>? {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count, start <= bytes.count - wanted.count else { return nil }
        let at = (start...bytes.count - wanted.count).first {
            bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
        return at.map { $0..<$0 + wanted.count }
    }
}
