import HTTPTypes

/// The path and the query of a request, with everything refused that two readers could understand differently.
struct RequestTarget: Sendable, Equatable {
    /// Most bytes of a request's path with its query.
    static let longest = 8_192

    /// The decoded segments of the path; none for `/`.
    let segments: [String]
    /// Whether a slash stands behind the last segment.
    let endsWithSlash: Bool
    /// The path as it was sent.
    let path: String
    /// What stands behind the question mark.
    let query: String?

    /// Reads the target of a request, `/events?limit=3`.
    ///
    /// - Throws: `Problem` 414 for one that is too long, 400 for one that is no path of printable ASCII, has an escaped
    ///   slash, a dot segment or an empty segment.
    init(_ target: String) throws(Problem) {
        let bytes = target.utf8
        guard bytes.count <= Self.longest else { throw .targetTooLong(bytes.count, Self.longest) }
        guard bytes.first == UInt8(ascii: "/") else {
            throw .malformed("the request's target is '\(Problem.shortened(target))'; accepted is a path")
        }
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x23 && $0 != 0x5C }) else {
            throw .malformed(
                "the path holds characters that a URL cannot have; accepted is percent-encoded text"
            )
        }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts[0])
        query = parts.count > 1 ? String(parts[1]) : nil
        var segments: [String] = []
        let raw = parts[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in raw.enumerated() {
            if part.isEmpty {
                guard index == raw.count - 1 else {
                    throw .malformed(
                        "the path holds an empty segment; accepted is one slash between segments"
                    )
                }
                break
            }
            segments.append(try Self.segment(part))
        }
        self.segments = segments
        endsWithSlash = !segments.isEmpty && raw.last?.isEmpty == true
    }

    /// The path as it was sent, without the slashes behind it, with the query.
    var withoutSlash: String {
        let trimmed = String(path.dropLast())
        return query.map { "\(trimmed)?\($0)" } ?? trimmed
    }

    private static func segment(_ part: Substring) throws(Problem) -> String {
        guard let text = PercentDecoding.text(part.utf8, plusIsSpace: false) else {
            throw .malformed("the path is not percent-encoded UTF-8 text without control characters")
        }
        guard text != ".", text != "..", !text.contains("/"), !text.contains("\\") else {
            throw .malformed(
                "the path holds a dot segment, an escaped slash or a backslash; accepted is a plain path"
            )
        }
        return text
    }
}

extension Problem {
    /// 414: the path with its query is too long.
    static func targetTooLong(_ length: Int, _ limit: Int) -> Problem {
        Problem(
            .uriTooLong,
            kind: "target-too-long",
            title: "The address is too long.",
            detail: "the path with its query has \(length) bytes; accepted are at most \(limit)"
        )
    }
}
