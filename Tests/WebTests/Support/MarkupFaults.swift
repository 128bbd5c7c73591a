import Foundation

/// What is wrong with a page's markup: nesting, identities, headings, labels, links, anything inline.
///
/// A small reader of the markup that this program writes, not of HTML at large.
struct MarkupFaults {
    /// The faults, empty for sound markup.
    private(set) var found: [String] = []

    private var open: [String] = []
    private var identities: Set<String> = []
    private var references: [(attribute: String, identity: String)] = []
    private var labelled: Set<String> = []
    private var controls: [(name: String, identity: String?, isNamed: Bool)] = []
    private var headings: [Int] = []
    private var links: [String] = []

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
    ]
    private static let numbered = ["h1", "h2", "h3", "h4", "h5", "h6"]

    /// The faults of a document or of a piece of one.
    static func of(_ markup: String, isDocument: Bool = true) -> [String] {
        var faults = MarkupFaults()
        faults.read(markup)
        faults.conclude(isDocument: isDocument)
        return faults.found
    }

    /// The addresses of all links within the site, without their fragments.
    static func internalLinks(of markup: String) -> Set<String> {
        var faults = MarkupFaults()
        faults.read(markup)
        return Set(
            faults.links.filter { $0.hasPrefix("/") && !$0.hasPrefix("//") }
                .map { String($0.prefix { $0 != "#" }) }
        )
    }

    // MARK: Reading

    private mutating func read(_ markup: String) {
        var rest = Substring(markup)
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            guard let end = Self.endOfTag(rest) else {
                found.append("a tag does not end: <\(rest.prefix(40))")
                return
            }
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                close(String(tag.dropFirst()))
            } else {
                begin(tag)
            }
        }
    }

    /// Where the tag ends; a `>` within quotes does not end it.
    private static func endOfTag(_ text: Substring) -> Substring.Index? {
        var isQuoted = false
        return text.indices.first { index in
            if text[index] == "\"" { isQuoted.toggle() }
            return !isQuoted && text[index] == ">"
        }
    }

    private mutating func begin(_ tag: Substring) {
        let isClosed = tag.hasSuffix("/")
        let body = isClosed ? tag.dropLast() : tag
        let name = String(body.prefix { !$0.isWhitespace }).lowercased()
        let attributes = Self.attributes(body.dropFirst(name.count))
        note(name, attributes)
        if !isClosed, !Self.void.contains(name) { open.append(name) }
    }

    private mutating func close(_ name: String) {
        guard let last = open.last else { return found.append("</\(name)> closes nothing") }
        if last == name {
            open.removeLast()
        } else {
            found.append("</\(name)> closes <\(last)>")
            if let position = open.lastIndex(of: name) { open.removeSubrange(position...) }
        }
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        var values: [String: String] = [:]
        var rest = text
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            let name = String(rest.prefix { !$0.isWhitespace && $0 != "=" })
            guard !name.isEmpty else { break }
            rest = rest.dropFirst(name.count)
            var value = ""
            if rest.hasPrefix("=\"") {
                rest = rest.dropFirst(2)
                value = String(rest.prefix { $0 != "\"" })
                rest = rest.dropFirst(value.count + 1)
            }
            if values.updateValue(value, forKey: name) != nil { values["twice"] = name }
        }
        return values
    }

    private mutating func note(_ name: String, _ attributes: [String: String]) {
        if let twice = attributes["twice"] { found.append("<\(name)> has \(twice) twice") }
        if let identity = attributes["id"], !identities.insert(identity).inserted {
            found.append("the id \(identity) is there twice")
        }
        if attributes["style"] != nil { found.append("<\(name)> has a style of its own") }
        for attribute in attributes.keys where attribute.hasPrefix("on") {
            found.append("<\(name)> has the event handler \(attribute)")
        }
        if name == "script", attributes["src"] == nil { found.append("a script is inline") }
        if name == "style" { found.append("a style sheet is inline") }
        if let level = Self.numbered.firstIndex(of: name) { headings.append(level + 1) }
        for attribute in ["aria-labelledby", "aria-describedby", "aria-controls"] {
            for identity in (attributes[attribute] ?? "").split(separator: " ") {
                references.append((attribute, String(identity)))
            }
        }
        if name == "label", let target = attributes["for"] {
            labelled.insert(target)
            references.append(("for", target))
        }
        noteControl(name, attributes)
        if let address = attributes["href"], name == "a" || name == "link" { note(name, address, attributes) }
        if name == "img", attributes["alt"] == nil { found.append("an image has no text") }
        if name == "svg", attributes["aria-hidden"] == nil, attributes["role"] != "img" {
            found.append("a picture is neither named nor hidden")
        }
    }

    private mutating func noteControl(_ name: String, _ attributes: [String: String]) {
        guard ["input", "select", "textarea"].contains(name), attributes["type"] != "hidden" else { return }
        controls.append((name, attributes["id"], attributes["aria-label"] != nil))
    }

    private mutating func note(_ name: String, _ address: String, _ attributes: [String: String]) {
        links.append(address.replacing("&amp;", with: "&"))
        let isOutside = address.hasPrefix("http://") || address.hasPrefix("https://")
        let isInside = address.hasPrefix("/") || address.hasPrefix("#") || address.hasPrefix("?")
        if !isOutside, !isInside, !address.hasPrefix("mailto:") {
            found.append("a link leads to \(address)")
        }
        if isOutside, name == "a", attributes["rel"]?.contains("noopener") != true {
            found.append("the link to \(address) passes this page on")
        }
    }

    // MARK: The whole

    private mutating func conclude(isDocument: Bool) {
        for name in open { found.append("<\(name)> is not closed") }
        for (attribute, identity) in references where !identities.contains(identity) {
            found.append("\(attribute) names \(identity), which is not there")
        }
        for control in controls where !control.isNamed {
            guard let identity = control.identity, labelled.contains(identity) else {
                found.append("a <\(control.name)> has no label")
                continue
            }
        }
        if isDocument, headings.count(where: { $0 == 1 }) != 1 {
            found.append("there are \(headings.count { $0 == 1 }) first headings")
        }
        for (former, next) in zip(headings, headings.dropFirst()) where next > former + 1 {
            found.append("a heading of level \(next) follows one of level \(former)")
        }
    }
}
