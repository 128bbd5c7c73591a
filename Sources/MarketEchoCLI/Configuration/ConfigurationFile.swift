import Foundation
import Yams

/// A configuration file as a flat list of keys with the text and the line of each value.
struct ConfigurationFile: Sendable {
    /// A value as written, and where.
    struct Entry: Sendable, Equatable {
        let text: String
        let line: Int
    }

    /// Name of the file that is read where none is named.
    static let standardName = "market-echo.yaml"

    /// The path as it was named.
    let path: String
    /// The values by dotted name.
    private(set) var entries: [String: Entry] = [:]

    /// Parses YAML.
    ///
    /// - Parameters:
    ///   - yaml: nested mappings, or dotted names, with one value each.
    ///   - path: what to call the file in messages.
    /// - Throws: `ConfigurationError` where it is something else.
    init(yaml: String, path: String) throws(ConfigurationError) {
        self.path = path
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw Self.malformed(error, path: path)
        }
        guard let root, root.scalar?.string != "" else { return }
        try add(root, name: "")
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - name: what to call the file in messages; nil for its path.
    /// - Throws: `ConfigurationError` where it cannot be read or is something else.
    init(path: String, calling name: String? = nil) throws(ConfigurationError) {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            let exists = FileManager.default.fileExists(atPath: path)
            throw .unreadableFile(
                path: name ?? path,
                reason: exists ? "it is not readable" : "there is no such file"
            )
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .malformedFile(path: name ?? path, line: nil, problem: "the file is not UTF-8 text")
        }
        try self.init(yaml: text, path: name ?? path)
    }

    private mutating func add(_ node: Node, name: String) throws(ConfigurationError) {
        let line = node.mark?.line ?? 1
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard let part = key.scalar?.string else {
                    throw .malformedFile(
                        path: path,
                        line: key.mark?.line,
                        problem: "a key must be a single word"
                    )
                }
                try add(value, name: name.isEmpty ? part : "\(name).\(part)", key: key)
            }
        case .scalar(let scalar):
            guard !name.isEmpty else {
                throw .malformedFile(
                    path: path,
                    line: line,
                    problem: "the file must consist of 'key: value' lines"
                )
            }
            entries[name] = Entry(text: scalar.string, line: line)
        case .sequence, .alias:
            let thing = name.isEmpty ? "the file" : name
            throw .malformedFile(path: path, line: line, problem: "\(thing) must have a single value")
        }
    }

    /// Adds the value of a key; a key without a value sets nothing.
    private mutating func add(_ value: Node, name: String, key: Node) throws(ConfigurationError) {
        if let scalar = value.scalar, scalar.style == .plain, ["", "~", "null"].contains(scalar.string) {
            guard ConfigurationKey.all.contains(where: { $0.name == name || $0.name.hasPrefix(name + ".") })
            else {
                throw .unknownKey(
                    name,
                    path: path,
                    line: key.mark?.line ?? 1,
                    closest: ConfigurationKey.closest(to: name)
                )
            }
            return
        }
        try add(value, name: name)
    }

    private static func malformed(_ error: any Error, path: String) -> ConfigurationError {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            .malformedFile(path: path, line: mark.line, problem: "not YAML: \(problem)")
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            .malformedFile(
                path: path,
                line: context.mark.line,
                problem: "the key \(Words.list(duplicates.map { "'\($0)'" })) is set twice"
            )
        default:
            .malformedFile(path: path, line: nil, problem: "not YAML")
        }
    }
}
