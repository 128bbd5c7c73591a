/// Reads well-formed markup into a flat list of elements; anything else is an error that says where.
struct MarkupReader {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    struct Element {
        let name: String
        let attributes: [String: String]
        /// Names of the elements around it, the outermost first.
        let path: [String]
        /// Its own text with that of the elements in it, references resolved.
        var text = ""
        /// Its own text without that of the elements in it.
        var ownText = ""
    }

    private(set) var elements: [Element] = []
    private var rest: Substring
    private var open: [Int] = []

    init(_ markup: String) throws {
        rest = markup[...]
        while !rest.isEmpty {
            if rest.hasPrefix("</") {
                try readEnd()
            } else if rest.hasPrefix("<") {
                try readStart()
            } else {
                try readText()
            }
        }
        guard open.isEmpty else {
            throw Failure(description: "not closed: \(open.map { elements[$0].name })")
        }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    private mutating func readText() throws {
        let end = rest.firstIndex(of: "<") ?? rest.endIndex
        let text = try Self.resolved(rest[..<end])
        for position in open { elements[position].text += text }
        if let last = open.last { elements[last].ownText += text }
        rest = rest[end...]
    }

    private mutating func readEnd() throws {
        let name = try taken(until: ">").dropFirst(2)
        guard let last = open.popLast(), elements[last].name == name else {
            throw Failure(description: "</\(name)> closes nothing")
        }
    }

    private mutating func readStart() throws {
        var tag = try taken(until: ">").dropFirst()
        let isVoid = tag.hasSuffix("/")
        if isVoid { tag = tag.dropLast() }
        let name = tag.prefix { $0 != " " }
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
            throw Failure(description: "<\(tag)> has no name")
        }
        let attributes = try Self.attributes(tag.dropFirst(name.count))
        elements.append(
            Element(name: String(name), attributes: attributes, path: open.map { elements[$0].name })
        )
        if !isVoid { open.append(elements.count - 1) }
    }

    /// Takes up to the mark and skips it; `>` within a value is escaped, so none is passed over.
    private mutating func taken(until mark: Character) throws -> Substring {
        guard let end = rest.firstIndex(of: mark) else {
            throw Failure(description: "no \(mark) after \(rest.prefix(40))")
        }
        defer { rest = rest[rest.index(after: end)...] }
        return rest[..<end]
    }

    private static func attributes(_ text: Substring) throws -> [String: String] {
        var result: [String: String] = [:]
        var rest = text
        while !rest.isEmpty {
            guard rest.first == " ", let equals = rest.firstIndex(of: "=") else {
                throw Failure(description: "attributes in \(text)")
            }
            let name = rest[rest.index(after: rest.startIndex)..<equals]
            var value = rest[rest.index(after: equals)...]
            guard value.first == "\"" else { throw Failure(description: "\(name) has no quotes") }
            value = value.dropFirst()
            guard let end = value.firstIndex(of: "\"") else {
                throw Failure(description: "\(name) has no end")
            }
            guard result.updateValue(try resolved(value[..<end]), forKey: String(name)) == nil else {
                throw Failure(description: "\(name) stands twice")
            }
            rest = value[value.index(after: end)...]
        }
        return result
    }

    private static func resolved(_ text: Substring) throws -> String {
        let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
        var result = ""
        var rest = text
        while let start = rest.firstIndex(of: "&") {
            guard let end = rest[start...].firstIndex(of: ";"),
                let character = known[String(rest[rest.index(after: start)..<end])]
            else { throw Failure(description: "bare & in \(text)") }
            result += rest[..<start] + character
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
