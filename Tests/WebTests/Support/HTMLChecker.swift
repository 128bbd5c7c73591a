/// Reads a page strictly and says what is wrong with it: nesting, attributes, identities, labels, headings, tables, and what
/// the Content-Security-Policy would refuse.
struct HTMLChecker {
    /// An element with its attributes, in the order of the document.
    struct Element {
        let name: String
        let attributes: [String: String]
        let ancestors: [String]
        /// The text within, without that of scripts and styles.
        var text = ""
    }

    /// What is wrong, one sentence each; empty for a good page.
    private(set) var problems: [String] = []
    /// All elements.
    private(set) var elements: [Element] = []
    /// The text that a reader sees, references resolved.
    private(set) var text = ""

    /// Elements without content.
    static let void: Set = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// SVG elements that may close themselves.
    static let drawn: Set = [
        "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use", "stop", "image", "animate",
    ]

    /// Reads a document or a part of one.
    init(_ markup: String, isDocument: Bool = true) {
        read(markup)
        checkIdentities()
        checkPolicy()
        checkControls()
        checkTables()
        if isDocument { checkDocument() }
    }

    /// The elements of a name.
    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// Addresses of all links.
    var links: [String] { all("a").compactMap { $0.attributes["href"] } }

    /// The element with an identity.
    func element(id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

    // MARK: Reading

    private mutating func read(_ markup: String) {
        var rest = Substring(markup)
        var open: [Int] = []
        while let start = rest.firstIndex(of: "<") {
            add(text: rest[..<start], to: open)
            rest = rest[start...].dropFirst()
            if rest.hasPrefix("!doctype") || rest.hasPrefix("!DOCTYPE") {
                rest = rest.drop { $0 != ">" }.dropFirst()
            } else if rest.hasPrefix("/") {
                let name = rest.dropFirst().prefix { $0 != ">" }
                rest = rest.dropFirst(name.count + 2)
                guard let last = open.popLast() else {
                    problems.append("</\(name)> closes nothing")
                    continue
                }
                if elements[last].name != name {
                    problems.append("</\(name)> closes <\(elements[last].name)>")
                }
            } else {
                readElement(&rest, open: &open)
            }
        }
        add(text: rest, to: open)
        for index in open { problems.append("<\(elements[index].name)> is never closed") }
    }

    private mutating func readElement(_ rest: inout Substring, open: inout [Int]) {
        let name = String(rest.prefix { $0.isLetter || $0.isNumber })
        guard !name.isEmpty else {
            problems.append("a bare < before '\(rest.prefix(20))'")
            return
        }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while let key = Self.attributeName(&rest) {
            var value = ""
            if rest.first == "=" {
                rest = rest.dropFirst()
                guard rest.first == "\"" else {
                    problems.append("\(key) of <\(name)> has no quotes")
                    return
                }
                rest = rest.dropFirst()
                value = Self.resolved(rest.prefix { $0 != "\"" })
                rest = rest.drop { $0 != "\"" }.dropFirst()
            }
            if attributes.updateValue(value, forKey: key) != nil {
                problems.append("<\(name)> has \(key) twice")
            }
        }
        let closesItself = rest.first == "/"
        if closesItself { rest = rest.dropFirst() }
        guard rest.first == ">" else {
            problems.append("<\(name)> does not end before '\(rest.prefix(20))'")
            return
        }
        rest = rest.dropFirst()
        elements.append(
            Element(name: name, attributes: attributes, ancestors: open.map { elements[$0].name })
        )
        if Self.void.contains(name) || closesItself {
            if closesItself, !Self.void.contains(name), !Self.drawn.contains(name) {
                problems.append("<\(name)/> is no element that closes itself")
            }
        } else {
            open.append(elements.count - 1)
        }
    }

    private static func attributeName(_ rest: inout Substring) -> String? {
        rest = rest.drop { $0.isWhitespace }
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" || $0 == "_" }
        rest = rest.dropFirst(name.count)
        return name.isEmpty ? nil : String(name)
    }

    private mutating func add(text part: Substring, to open: [Int]) {
        let names = open.map { elements[$0].name }
        guard !names.contains("script"), !names.contains("style") else {
            if part.contains(where: { !$0.isWhitespace }) {
                problems.append("an inline script or style: '\(part.prefix(40))'")
            }
            return
        }
        let resolved = Self.resolved(part)
        text += resolved
        for index in open { elements[index].text += resolved }
    }

    private static func resolved(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
            "&quot;",
            with: "\""
        )
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

// MARK: - Checks

extension HTMLChecker {
    private mutating func checkIdentities() {
        var known: Set<String> = []
        for element in elements {
            guard let id = element.attributes["id"] else { continue }
            if id.isEmpty || id.contains(where: \.isWhitespace) { problems.append("the id '\(id)' is no id") }
            if !known.insert(id).inserted { problems.append("the id '\(id)' occurs twice") }
        }
        for element in elements {
            for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
                for id in (element.attributes[name] ?? "").split(separator: " ")
                where !known.contains(String(id)) {
                    problems.append("\(name) of <\(element.name)> names '\(id)', which is not there")
                }
            }
            if let target = element.attributes["href"], target.hasPrefix("#"),
                !known.contains(String(target.dropFirst()))
            {
                problems.append("a link leads to '\(target)', which is not there")
            }
        }
    }

    private mutating func checkPolicy() {
        for element in elements {
            for (name, value) in element.attributes {
                if name == "style" { problems.append("<\(element.name)> has an inline style") }
                if name.hasPrefix("on") { problems.append("<\(element.name)> has the handler \(name)") }
                if ["href", "src", "action"].contains(name), !Self.isAllowed(value) {
                    problems.append("\(name) of <\(element.name)> is '\(value)'")
                }
            }
            let isOutside = element.name == "a" && element.attributes["href"]?.hasPrefix("http") == true
            if isOutside, element.attributes["rel"] != "noopener noreferrer" {
                problems.append("the link to \(element.attributes["href"] ?? "") has no rel")
            }
            if element.name == "img", element.attributes["alt"] == nil {
                problems.append("<img> without alt")
            }
            if element.name == "svg", element.attributes["aria-hidden"] != "true",
                element.attributes["role"] != "img"
            {
                problems.append("<svg> is neither hidden nor an image with a name")
            }
        }
    }

    private static func isAllowed(_ address: String) -> Bool {
        ["https://", "http://", "#", "?"].contains { address.hasPrefix($0) }
            || address.hasPrefix("/") && !address.hasPrefix("//")
    }

    private mutating func checkControls() {
        let labelled = Set(all("label").compactMap { $0.attributes["for"] })
        for element in elements where ["input", "select", "textarea"].contains(element.name) {
            if element.attributes["type"] == "hidden" { continue }
            let isNamed =
                element.attributes["id"].map(labelled.contains) ?? false
                || element.attributes["aria-label"] != nil || element.ancestors.contains("label")
            if !isNamed { problems.append("<\(element.name)> \(element.attributes) has no label") }
        }
        for element in elements where ["a", "button", "summary"].contains(element.name) {
            let name = element.text + (element.attributes["aria-label"] ?? "")
            if element.ancestors.contains("svg") { continue }
            if !name.contains(where: { !$0.isWhitespace }) {
                problems.append("<\(element.name)> \(element.attributes) has no name")
            }
        }
    }

    private mutating func checkTables() {
        let captions = all("caption").count
        let tables = all("table").count
        if captions != tables { problems.append("\(tables) tables have \(captions) captions") }
        for heading in all("th") {
            if heading.attributes["scope"] == nil { problems.append("<th> '\(heading.text)' has no scope") }
            if heading.text.isEmpty { problems.append("a <th> is empty") }
        }
    }

    private mutating func checkDocument() {
        if all("h1").count != 1 { problems.append("there are \(all("h1").count) h1") }
        if all("main").count != 1 { problems.append("there are \(all("main").count) main") }
        var level = 0
        for element in elements where element.name.count == 2 && element.name.hasPrefix("h") {
            guard let next = Int(element.name.dropFirst()) else { continue }
            if next > level + 1 {
                problems.append("h\(next) '\(element.text.prefix(40))' follows h\(level)")
            }
            level = next
        }
        for section in all("section") where section.attributes["aria-labelledby"] == nil {
            problems.append("a <section> has no heading as its name")
        }
    }
}
