import Yams

/// A node of a rules file and its path from the root.
struct RulesNode {
    let path: String
    let node: Node

    var line: Int? { node.mark?.line }
}

/// Reads typed values out of YAML nodes and collects every problem on the way.
struct RulesReader {
    private(set) var problems: [RulesProblem] = []

    mutating func report(_ path: String, line: Int?, _ message: String) {
        problems.append(RulesProblem(path: path, line: line, message: message))
    }

    mutating func report(_ node: RulesNode, _ message: String) {
        report(node.path, line: node.line, message)
    }

    // MARK: Containers

    /// All members of a mapping by key; empty where the node is none.
    mutating func members(_ node: RulesNode) -> [(key: String, node: RulesNode)] {
        guard let mapping = node.node.mapping else {
            report(node, "is \(Self.kind(node.node)); accepted is a mapping of keys to values")
            return []
        }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string else {
                report(node, "has a key that is \(Self.kind(key)); accepted is a plain name")
                return nil
            }
            return (name, RulesNode(path: node.path.isEmpty ? name : "\(node.path).\(name)", node: value))
        }
    }

    /// The members of a mapping that may have these keys and no other.
    mutating func fields(
        _ node: RulesNode,
        required: [String],
        optional: [String] = []
    ) -> [String: RulesNode] {
        var fields: [String: RulesNode] = [:]
        for (key, value) in members(node) {
            if required.contains(key) || optional.contains(key) {
                fields[key] = value
            } else {
                report(
                    value,
                    "is not a known key; accepted are \((required + optional).joined(separator: ", "))"
                )
            }
        }
        guard node.node.mapping != nil else { return [:] }
        for key in required where fields[key] == nil {
            report(node.path.isEmpty ? key : "\(node.path).\(key)", line: node.line, "is missing")
        }
        return fields
    }

    /// The elements of a sequence; empty where the node is none.
    mutating func elements(_ node: RulesNode?) -> [RulesNode] {
        guard let node else { return [] }
        guard let sequence = node.node.sequence, !sequence.isEmpty else {
            report(node, "is \(Self.kind(node.node)); accepted is a list of at least one element")
            return []
        }
        return sequence.enumerated().map { RulesNode(path: "\(node.path)[\($0.offset)]", node: $0.element) }
    }

    // MARK: Scalars

    /// Text that is not empty.
    mutating func text(_ node: RulesNode?) -> String {
        guard let node else { return "" }
        guard let scalar = node.node.scalar else {
            report(node, "is \(Self.kind(node.node)); accepted is text")
            return ""
        }
        let text = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.isEmpty { report(node, "is empty; accepted is text") }
        return text
    }

    /// A number in a range; the range's lower bound where the node holds none.
    mutating func number(_ node: RulesNode?, in range: ClosedRange<Double>) -> Double {
        guard let node else { return range.lowerBound }
        let accepted = "a number from \(range.lowerBound) to \(range.upperBound)"
        guard let scalar = node.node.scalar, scalar.style == .plain, let value = Double(scalar.string),
            range.contains(value)
        else {
            report(node, "is \(Self.shown(node.node)); accepted is \(accepted)")
            return range.lowerBound
        }
        return value
    }

    /// `true` or `false`.
    mutating func boolean(_ node: RulesNode?) -> Bool {
        guard let node else { return false }
        switch node.node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            report(node, "is \(Self.shown(node.node)); accepted is true or false")
            return false
        }
    }

    /// One of the codes of an enumeration.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ node: RulesNode?) -> Choice? {
        guard let node else { return nil }
        if let code = node.node.scalar?.string, let choice = Choice(rawValue: code) { return choice }
        let accepted = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        report(node, "is \(Self.shown(node.node)); accepted is one of \(accepted)")
        return nil
    }

    /// A mapping whose keys are codes of an enumeration.
    mutating func table<Choice: RawRepresentable<String> & CaseIterable & Hashable, Value>(
        _ node: RulesNode?,
        value: (inout RulesReader, RulesNode) -> Value
    ) -> [Choice: Value] {
        guard let node else { return [:] }
        var table: [Choice: Value] = [:]
        for (key, member) in members(node) {
            if let choice = Choice(rawValue: key) {
                table[choice] = value(&self, member)
            } else {
                let accepted = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                report(member, "is not a known key; accepted are \(accepted)")
            }
        }
        return table
    }

    // MARK: Descriptions

    private static func kind(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? "empty" : "the single value \"\(scalar.string)\""
        case .mapping: "a mapping"
        case .sequence(let sequence): sequence.isEmpty ? "an empty list" : "a list"
        case .alias: "an alias"
        }
    }

    private static func shown(_ node: Node) -> String {
        guard let scalar = node.scalar, !scalar.string.isEmpty else { return kind(node) }
        return scalar.style == .plain ? scalar.string : "the text \"\(scalar.string)\""
    }
}
