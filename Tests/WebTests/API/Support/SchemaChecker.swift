import JSONText
import Market

@testable import Web

/// Holds values to JSON Schemas (2020-12), as far as the document uses them; an unknown keyword is a fault.
struct SchemaChecker {
    let document: OpenAPIDocument

    private static let annotations: Set<String> = ["description", "example", "default", "title"]

    /// What of the value breaks the schema, one line each.
    func faults(in value: JSONValue, _ schema: JSONValue, at path: String = "$") -> [String] {
        var faults: [String] = []
        for keyword in schema.members ?? [] where !Self.annotations.contains(keyword.key) {
            faults += self.faults(in: value, keyword, of: schema, path)
        }
        return faults
    }

    private func faults(
        in value: JSONValue,
        _ keyword: JSONMember,
        of schema: JSONValue,
        _ path: String
    ) -> [String] {
        switch keyword.key {
        case "$ref":
            guard let target = try? document.resolved(schema) else { return ["\(path): a broken reference"] }
            return faults(in: value, target, at: path)
        case "type":
            let names = keyword.value.elements?.compactMap(\.text) ?? [keyword.value.text ?? ""]
            return names.contains { Self.isOf(value, $0) } ? [] : ["\(path): \(value) is no \(names)"]
        case "enum":
            return keyword.value.elements?.contains(value) ?? false ? [] : ["\(path): \(value) is not listed"]
        case "const":
            return Self.isEqual(keyword.value, value) ? [] : ["\(path): \(value) is not the constant"]
        case "anyOf", "oneOf":
            let all = (keyword.value.elements ?? []).map { faults(in: value, $0, at: path) }
            let passing = all.count { $0.isEmpty }
            if passing == 1 || (passing > 1 && keyword.key == "anyOf") { return [] }
            return ["\(path): \(passing) of \(keyword.key) fit"] + (all.min { $0.count < $1.count } ?? [])
        case "required", "additionalProperties", "properties":
            return objectFaults(value, keyword, schema, path)
        case "items", "minItems", "maxItems": return arrayFaults(value, keyword, path)
        case "minLength", "maxLength", "pattern", "format": return textFaults(value, keyword, path)
        case "minimum": return numberFaults(value, keyword, path) { $0 >= $1 }
        case "maximum": return numberFaults(value, keyword, path) { $0 <= $1 }
        default: return ["\(path): the checker does not know \(keyword.key)"]
        }
    }

    // MARK: Kinds of values

    private func objectFaults(
        _ value: JSONValue,
        _ keyword: JSONMember,
        _ schema: JSONValue,
        _ path: String
    ) -> [String] {
        guard let members = value.members else { return [] }
        let known = schema["properties"]?.members ?? []
        switch keyword.key {
        case "required":
            let missing = (keyword.value.elements ?? []).compactMap(\.text).filter { value[$0] == nil }
            return missing.map { "\(path): \($0) is missing" }
        case "additionalProperties":
            guard keyword.value.flag == false else { return ["\(path): additionalProperties is not false"] }
            return members.filter { member in !known.contains { $0.key == member.key } }.map {
                "\(path): \($0.key) is not described"
            }
        default:
            return known.flatMap { property in
                value[property.key].map { faults(in: $0, property.value, at: "\(path).\(property.key)") }
                    ?? []
            }
        }
    }

    private func arrayFaults(_ value: JSONValue, _ keyword: JSONMember, _ path: String) -> [String] {
        guard let elements = value.elements else { return [] }
        switch keyword.key {
        case "items":
            return elements.enumerated().flatMap { faults(in: $1, keyword.value, at: "\(path)[\($0)]") }
        case "minItems":
            return elements.count >= Int(keyword.value.double ?? 0) ? [] : ["\(path): too few elements"]
        default:
            return elements.count <= Int(keyword.value.double ?? 0) ? [] : ["\(path): too many elements"]
        }
    }

    private func textFaults(_ value: JSONValue, _ keyword: JSONMember, _ path: String) -> [String] {
        guard let text = value.text else { return [] }
        let length = text.unicodeScalars.count
        let fits: Bool
        switch (keyword.key, keyword.value.text) {
        case ("minLength", _): fits = length >= Int(keyword.value.double ?? 0)
        case ("maxLength", _): fits = length <= Int(keyword.value.double ?? 0)
        case ("format", "date"?): fits = TradingDay(iso8601: text) != nil
        case ("format", "date-time"?): fits = text.hasSuffix("Z") && UTCInstant(iso8601: text) != nil
        case ("format", "uri-reference"?): fits = text.hasPrefix("/") && !text.contains(" ")
        case ("pattern", let pattern?):
            // A broken pattern is a fault of the document.
            guard let regex = try? Regex(pattern) else { return ["\(path): a broken pattern"] }
            fits = text.contains(regex)
        default: return ["\(path): the checker does not know \(keyword.key)"]
        }
        return fits ? [] : ["\(path): '\(text)' breaks \(keyword.key)"]
    }

    private func numberFaults(
        _ value: JSONValue,
        _ keyword: JSONMember,
        _ path: String,
        _ fits: (Double, Double) -> Bool
    ) -> [String] {
        guard let number = value.double, let limit = keyword.value.double else { return [] }
        return fits(number, limit) ? [] : ["\(path): \(number) breaks \(keyword.key) \(limit)"]
    }

    private static func isOf(_ value: JSONValue, _ type: String) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .boolean), ("string", .string), ("integer", .integer),
            ("number", .integer), ("number", .number), ("array", .array), ("object", .object):
            true
        default: false
        }
    }

    private static func isEqual(_ first: JSONValue, _ second: JSONValue) -> Bool {
        if let first = first.double, let second = second.double { return first == second }
        return first == second
    }
}
