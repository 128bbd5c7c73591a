import Foundation
import JSONText
import Testing
import Yams

@testable import Web

/// The embedded OpenAPI document as a tree.
struct OpenAPIDocument: Sendable {
    /// One operation.
    struct Operation: Sendable, Hashable, CustomStringConvertible {
        let method: String
        let path: String

        var description: String { "\(method) \(path)" }
    }

    let root: JSONValue

    static let shared: Result<OpenAPIDocument, any Error> = Result { try OpenAPIDocument() }

    private init() throws {
        let loaded = try #require(try Yams.load(yaml: EmbeddedFile.named("openapi.yaml").text))
        root = try Self.tree(loaded)
    }

    private static func tree(_ value: Any) throws -> JSONValue {
        switch value {
        case let text as String: return .string(text)
        case let flag as Bool: return .boolean(flag)
        case let number as Int: return .integer(Int64(number))
        case let number as Double: return .number(number)
        case let elements as [Any]: return .array(try elements.map(tree))
        case let members as [AnyHashable: Any]:
            return .object(
                try members.map { key, value in
                    // `404` without quotes would be a number.
                    JSONMember(try #require(key.base as? String), try tree(value))
                }.sorted { $0.key < $1.key }
            )
        case is NSNull: return .null
        default: throw Unreadable(what: "\(type(of: value))")
        }
    }

    struct Unreadable: Error { let what: String }

    // MARK: Operations

    var operations: [Operation] {
        (root["paths"]?.members ?? []).flatMap { path in
            (path.value.members ?? []).map { Operation(method: $0.key.uppercased(), path: path.key) }
        }
    }

    func tree(of operation: Operation) throws -> JSONValue {
        try #require(root["paths"]?[operation.path]?[operation.method.lowercased()])
    }

    /// The parameters of an operation, references followed.
    func parameters(of operation: Operation) throws -> [JSONValue] {
        try (try tree(of: operation)["parameters"]?.elements ?? []).map(resolved)
    }

    func parameterNames(of operation: Operation, in place: String) throws -> [String] {
        try parameters(of: operation).filter { $0["in"]?.text == place }.compactMap { $0["name"]?.text }
    }

    /// The schema of an answer; nil where the operation does not list the status or the media type.
    func schema(of operation: Operation, status: Int, mediaType: String) throws -> JSONValue? {
        guard let answer = try tree(of: operation)["responses"]?["\(status)"] else { return nil }
        return try resolved(answer)["content"]?[mediaType]?["schema"]
    }

    /// A tree with a reference at its top followed.
    func resolved(_ tree: JSONValue) throws -> JSONValue {
        guard let reference = tree["$ref"]?.text else { return tree }
        var found = root
        for name in reference.split(separator: "/").dropFirst() {
            found = try #require(found[String(name)], "\(reference) does not exist")
        }
        return try resolved(found)
    }
}

extension JSONValue {
    subscript(_ key: String) -> JSONValue? { members?.first { $0.key == key }?.value }

    var members: [JSONMember]? {
        if case .object(let members) = self { members } else { nil }
    }

    var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let number): number.value
        default: nil
        }
    }

    var flag: Bool? {
        if case .boolean(let flag) = self { flag } else { nil }
    }

    var isNull: Bool { self == .null }
}
