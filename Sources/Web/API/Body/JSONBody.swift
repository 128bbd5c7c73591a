import HTTPTypes
import HummingbirdCore
import JSONText

/// The JSON object in a request's body, with its members checked one by one.
struct JSONBody {
    private let members: [String: JSONValue]

    /// Reads the body of a request.
    ///
    /// - Parameters:
    ///   - visit: the request.
    ///   - accepted: the names of members that the route knows.
    /// - Throws: `Problem` 415 for another media type, 413 for a body that is too long, 400 for anything that is
    ///   not one JSON object of accepted members.
    @inline(never)
    init(_ visit: Visit, accepted: [String]) async throws {
        try Self.checkMediaType(visit.request.headers[.contentType])
        let bytes = try await visit.body(upTo: visit.site.settings.largestBody)
        try self.init(bytes, accepted: accepted)
    }

    /// Reads a body's bytes.
    init(_ bytes: [UInt8], accepted: [String]) throws(Problem) {
        guard !bytes.isEmpty else {
            throw .body(
                "the body is empty; accepted is a JSON object with \(accepted.joined(separator: ", "))"
            )
        }
        let value: JSONValue
        do throws(StrictJSON.Fault) {
            value = try StrictJSON.value(of: bytes)
        } catch {
            throw .body("the body is not JSON: \(error)")
        }
        guard case .object(let members) = value else {
            throw .body("the body is \(Self.name(of: value)); accepted is an object")
        }
        for member in members where !accepted.contains(member.key) {
            throw .body(
                "the member '\(Problem.shortened(member.key))' is unknown; "
                    + "accepted are \(accepted.joined(separator: ", "))"
            )
        }
        self.members = Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }
    }

    // MARK: Members

    /// A text that must be there.
    func text(_ name: String, longest: Int) throws(Problem) -> String {
        switch members[name] {
        case nil: throw .body("the member '\(name)' is missing; accepted is text")
        case .string(let text)?: return try Self.checked(text, of: name, longest: longest)
        case let other?: throw .body("\(name) is \(Self.name(of: other)); accepted is text")
        }
    }

    /// An array of texts that must be there.
    func texts(_ name: String, count: ClosedRange<Int>, longest: Int) throws(Problem) -> [String] {
        let accepted = "an array of \(count.lowerBound) to \(count.upperBound) texts"
        guard let value = members[name] else {
            throw .body("the member '\(name)' is missing; accepted is \(accepted)")
        }
        guard case .array(let elements) = value else {
            throw .body("\(name) is \(Self.name(of: value)); accepted is \(accepted)")
        }
        guard count.contains(elements.count) else {
            throw .body("\(name) has \(elements.count) elements; accepted is \(accepted)")
        }
        var texts: [String] = []
        texts.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            guard case .string(let text) = element else {
                throw .body("\(name)[\(index)] is \(Self.name(of: element)); accepted is text")
            }
            texts.append(try Self.checked(text, of: "\(name)[\(index)]", longest: longest))
        }
        return texts
    }

    /// A code of an enumeration; nil where the member is missing or `null`.
    func code<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        as type: Value.Type
    ) throws(Problem) -> Value? {
        try choice(name, among: Value.allCases.map(\.rawValue)).flatMap(Value.init(rawValue:))
    }

    /// One of some texts; nil where the member is missing or `null`.
    func choice(_ name: String, among accepted: [String]) throws(Problem) -> String? {
        switch members[name] {
        case nil, .null?: return nil
        case .string(let text)? where accepted.contains(text): return text
        case .string(let text)?:
            throw .body(
                "\(name) is '\(Problem.shortened(text))'; accepted is one of: \(accepted.joined(separator: ", "))"
            )
        case let other?:
            throw .body(
                "\(name) is \(Self.name(of: other)); accepted is one of: \(accepted.joined(separator: ", "))"
            )
        }
    }

    // MARK: Checks

    private static func checked(_ text: String, of name: String, longest: Int) throws(Problem) -> String {
        let count = text.unicodeScalars.count
        guard (1...longest).contains(count) else {
            throw .body("\(name) has \(count) characters; accepted are 1 to \(longest)")
        }
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw .body("\(name) holds a control character; accepted is text without any")
        }
        return text
    }

    // Inlined into the asynchronous initialiser it makes the optimiser of Swift 6.3 crash in release builds.
    @inline(never)
    private static func checkMediaType(_ value: String?) throws(Problem) {
        let type = value?.split(separator: ";").first?.filter { $0 != " " }.lowercased()
        guard type == "application/json" else {
            throw Problem(
                .unsupportedMediaType,
                kind: "unsupported-media-type",
                title: "The body has a media type that is not accepted.",
                detail: value.map {
                    "Content-Type is '\(Problem.shortened($0))'; accepted is application/json"
                }
                    ?? "there is no Content-Type; accepted is application/json"
            )
        }
    }

    private static func name(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .boolean: "a boolean"
        case .string: "text"
        case .integer, .number: "a number"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension Problem {
    /// 400: the body does not say what it must.
    static func body(_ detail: String) -> Problem {
        Problem(
            .badRequest,
            kind: "invalid-body",
            title: "The body is not accepted.",
            detail: detail
        )
    }
}
