import Foundation
import HTTPTypes
import JSONText
import Testing

@testable import Web

/// The generated part of the reference page.
struct ReferenceText {
    let document: OpenAPIDocument
    let world: APIWorld

    /// All sections.
    func text() async throws -> String {
        var text = "## Paths\n"
        let examples = ExampleRequest.all(world)
        for tag in document.root["tags"]?.elements ?? [] {
            let name = try #require(tag["name"]?.text)
            text += "\n### \(name)\n\n\(tag["description"]?.text ?? "")\n"
            for operation in document.operations
            where try document.tree(of: operation)["tags"]?.elements == [.string(name)] {
                let example = try #require(examples.first { $0.operation == operation })
                text += try await section(operation, example)
            }
        }
        return text + errors() + (try enumerations())
    }

    // MARK: Operations

    private func section(
        _ operation: OpenAPIDocument.Operation,
        _ example: ExampleRequest
    ) async throws -> String {
        let tree = try document.tree(of: operation)
        var text = "\n#### `\(operation)`\n\n\(tree["summary"]?.text ?? "").\(marks(operation))\n\n"
        text += "\(Self.line(tree["description"]?.text))\n"
        let parameters = try document.parameters(of: operation)
        if !parameters.isEmpty {
            text += "\n| parameter | in | value | meaning |\n|---|---|---|---|\n"
            for parameter in parameters {
                let schema = try #require(parameter["schema"])
                text += "| `\(parameter["name"]?.text ?? "")` | \(parameter["in"]?.text ?? "") "
                text += "| \(try value(schema)) | \(Self.line(parameter["description"]?.text)) |\n"
            }
        }
        if let body = try tree["requestBody"]?["content"]?["application/json"]?["schema"].map(
            document.resolved
        ) {
            let required = body["required"]?.elements ?? []
            text += "\n| member | value | meaning |\n|---|---|---|\n"
            for member in body["properties"]?.members ?? [] {
                let need = required.contains(.string(member.key)) ? "" : "optional; "
                text += "| `\(member.key)` | \(need)\(try value(member.value)) "
                text += "| \(Self.line(member.value["description"]?.text)) |\n"
            }
        }
        text += try await exchange(example)
        let statuses = (tree["responses"]?.members ?? []).map(\.key).filter { $0 != "200" }
        return text + "\nOther statuses: \(statuses.joined(separator: ", ")).\n"
    }

    private func marks(_ operation: OpenAPIDocument.Operation) -> String {
        let route = AllRoutes.all.first {
            $0.kind == .api && $0.path == operation.path && $0.method.rawValue == operation.method
        }
        return route?.audience == .insiders ? " *Insiders.*" : ""
    }

    private func value(_ schema: JSONValue) throws -> String {
        if let name = schema["$ref"]?.text?.split(separator: "/").last, name != "EventID" {
            return "[\(name)](#values)"
        }
        if let choices = schema["anyOf"]?.elements { return try choices.map(value).joined(separator: " or ") }
        let schema = try document.resolved(schema)
        if let values = schema["enum"]?.elements {
            return values.compactMap(\.text).map { "`\($0)`" }.joined(separator: ", ")
        }
        var words = [schema["type"]?.text ?? ""]
        if schema["format"]?.text == "date" { words = ["day"] }
        if let items = schema["items"] { words = ["list of \(try value(items))"] }
        func bound(_ low: String, _ high: String, _ unit: String) {
            let least = schema[low]?.double.map { Self.number($0) }
            guard let most = schema[high]?.double else { return }
            words.append("\(least ?? "0") to \(Self.number(most))\(unit)")
        }
        bound("minimum", "maximum", "")
        bound("minLength", "maxLength", " characters")
        bound("minItems", "maxItems", " items")
        if let standard = schema["default"] { words.append("default `\(JSONWriter.text(standard))`") }
        return words.joined(separator: ", ")
    }

    private static func number(_ value: Double) -> String { "\(Int(value))" }

    // MARK: Examples

    private func exchange(_ example: ExampleRequest) async throws -> String {
        let answer = try await example.send(to: world.site)
        try #require(answer.status == 200)
        var text = "\n```http\n\(example.operation.method) \(example.target)\n"
        if let body = example.body { text += "Content-Type: application/json\n\n\(body)\n" }
        text += "```\n\n"
        guard answer.mediaType == "application/json" else {
            let lines = answer.text.split(separator: "\n").prefix(2)
            return text + "```text\n\(lines.joined(separator: "\n"))\n…\n```\n"
        }
        let shown = Self.shortened(try answer.strict(), depth: 0)
        return text + "```json\n\(JSONWriter.text(shown, style: .pretty))\n```\n"
    }

    /// The answer with lists cut to their first element, long texts cut, and what differs from run to run taken out.
    private static func shortened(_ value: JSONValue, depth: Int) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.prefix(1).map { shortened($0, depth: depth + 1) })
        case .object where depth > 5: return "…"
        case .object(let members):
            return .object(
                members.map { member in
                    let names = ["process", "arguments", "message", "next_cursor"]
                    let isPassing = names.contains(member.key) && !member.value.isNull
                    return JSONMember(member.key, isPassing ? "…" : shortened(member.value, depth: depth + 1))
                }
            )
        // Hashes differ with the version of a library.
        case .string(let text) where text.count >= 16 && text.allSatisfy(\.isHexDigit): return "…"
        case .string(let text) where text.count > 140: return .string(text.prefix(100) + "…")
        default: return value
        }
    }

    // MARK: Lists

    private func errors() -> String {
        var text = "\n## Kinds of errors\n\n| kind | status | when | what to do |\n|---|---|---|---|\n"
        for kind in ProblemKind.all {
            text += "| `\(kind.kind)` | \(kind.status.code) | \(kind.meaning) | \(kind.remedy) |\n"
        }
        return text
    }

    private func enumerations() throws -> String {
        var text = "\n## Values\n\n| name | meaning | values |\n|---|---|---|\n"
        for schema in document.root["components"]?["schemas"]?.members ?? [] {
            guard let values = schema.value["enum"]?.elements?.compactMap(\.text) else { continue }
            let list = values.map { "`\($0)`" }.joined(separator: ", ")
            text += "| \(schema.key) | \(Self.line(schema.value["description"]?.text)) | \(list) |\n"
        }
        return text
    }

    private static func line(_ text: String?) -> String {
        (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
