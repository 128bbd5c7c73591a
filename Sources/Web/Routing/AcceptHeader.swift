/// What a client would rather have, as the `Accept` and `Accept-Encoding` headers say (RFC 9110, section 12.5).
enum AcceptHeader {
    /// Whether a page is preferred to a document for programs: `text/html` is named, and no less liked than
    /// `application/json`.
    static func prefersPage(_ value: String?) -> Bool {
        guard let value, value != "*/*" else { return false }
        guard let page = quality(of: "text/html", in: value), page > 0 else { return false }
        return page >= quality(of: "application/json", in: value) ?? 0
    }

    /// Whether gzip may be used: it is named, or anything is, with a quality above 0.
    static func acceptsGzip(_ value: String?) -> Bool {
        guard let value, !value.isEmpty else { return false }
        if let quality = quality(of: "gzip", in: value) ?? quality(of: "x-gzip", in: value) {
            return quality > 0
        }
        return quality(of: "*", in: value) ?? 0 > 0
    }

    /// The quality of one name in a list such as `text/html, */*;q=0.8`; nil where it is not named.
    static func quality(of name: String, in list: String) -> Double? {
        for entry in list.utf8.split(separator: UInt8(ascii: ",")) {
            let parts = entry.split(separator: UInt8(ascii: ";"))
            guard let first = parts.first, trimmed(first).lowercased() == name else { continue }
            for parameter in parts.dropFirst() {
                let text = trimmed(parameter).lowercased()
                guard text.hasPrefix("q=") else { continue }
                return Double(text.dropFirst(2)).flatMap { (0...1).contains($0) ? $0 : nil } ?? 0
            }
            return 1
        }
        return nil
    }

    private static func trimmed(_ bytes: Substring.UTF8View.SubSequence) -> String {
        String(Substring(bytes)).filter { $0 != " " && $0 != "\t" }
    }
}
