import Foundation

/// Reads the repository's own texts for checks of their wording.
enum RepositoryTexts {
    /// All files below a folder of the repository with the extension, sorted by path.
    static func files(in folder: String, withExtension suffix: String) -> [URL] {
        let root = Example.repositoryURL(folder)
        let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let all = walker?.compactMap { $0 as? URL } ?? []
        return all.filter { $0.pathExtension == suffix }.sorted { $0.path < $1.path }
    }

    /// The contents of the string literals of a Swift source, without interpolated code, escapes cut.
    static func stringLiterals(in source: String) -> [String] {
        var scanner = LiteralScanner(source)
        return scanner.literals()
    }
}

/// A small scanner of Swift sources: comments and string literals only.
private struct LiteralScanner {
    private let text: [Character]
    private var position = 0

    init(_ source: String) {
        text = Array(source)
    }

    mutating func literals() -> [String] {
        var found: [String] = []
        while position < text.count {
            if starts("//") {
                while position < text.count, !text[position].isNewline { position += 1 }
            } else if starts("\"\"\"") {
                position += 3
                found.append(literal(until: "\"\"\""))
            } else if starts("\"") {
                position += 1
                found.append(literal(until: "\""))
            } else {
                position += 1
            }
        }
        return found
    }

    private func starts(_ prefix: String) -> Bool { text[position...].starts(with: prefix) }

    private mutating func literal(until end: String) -> String {
        var content = ""
        while position < text.count, !starts(end) {
            if starts("\\(") {
                position += 2
                skipInterpolation()
            } else if starts("\\\"") {
                position += 2
            } else {
                content.append(text[position])
                position += 1
            }
        }
        position += end.count
        return content
    }

    private mutating func skipInterpolation() {
        var depth = 1
        while position < text.count, depth > 0 {
            if starts("\"") {
                position += 1
                _ = literal(until: "\"")
                continue
            }
            depth += text[position] == "(" ? 1 : text[position] == ")" ? -1 : 0
            position += 1
        }
    }
}
