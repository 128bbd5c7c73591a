import Market

/// The parameters of a query string, decoded and checked: unknown names, repeated names and broken encodings are refused.
struct QueryParameters: Sendable {
    private let values: [String: String]

    /// Parses a query string.
    ///
    /// - Parameters:
    ///   - text: what stands behind the question mark; nil for nothing.
    ///   - accepted: the names that the route declares.
    ///   - isStrict: whether other names and empty values are refused; pages ignore them, since forms send empty fields.
    /// - Throws: `Problem` 400 that names the parameter, its value and what is accepted.
    init(_ text: String?, accepted: [String], isStrict: Bool) throws(Problem) {
        var values: [String: String] = [:]
        for pair in (text ?? "").utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let name = try Self.decoded(parts.first ?? pair[...], of: "the name of a query parameter")
            guard accepted.contains(name) else {
                guard isStrict else { continue }
                let names = accepted.isEmpty ? "none" : accepted.joined(separator: ", ")
                throw .parameter("query parameter", name, accepted: "one of: \(names)")
            }
            let value = parts.count > 1 ? try Self.decoded(parts[1], of: name) : ""
            if value.isEmpty, isStrict {
                throw .parameter(name, value, accepted: "a value; leave the parameter out to leave it open")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw .parameter(name, value, accepted: "one value; it is given more than once")
            }
        }
        self.values = values
    }

    private static func decoded(
        _ bytes: Substring.UTF8View.SubSequence,
        of name: String
    ) throws(Problem) -> String {
        guard let text = PercentDecoding.text(bytes, plusIsSpace: true) else {
            throw .malformed("\(name) is not percent-encoded UTF-8 text without control characters")
        }
        return text
    }

    // MARK: Values

    /// A text; nil where it is missing or empty.
    func text(_ name: String, longest: Int = 200) throws(Problem) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard value.unicodeScalars.count <= longest else {
            throw .parameter(name, value, accepted: "text of at most \(longest) characters")
        }
        return value
    }

    /// A whole number in a range; nil where it is missing.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard value.utf8.count < 20, let number = Int(value), range.contains(number) else {
            throw .parameter(
                name,
                value,
                accepted: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// A number in a range; nil where it is missing.
    func number(_ name: String, in range: ClosedRange<Double>) throws(Problem) -> Double? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard value.utf8.count < 40, let number = Double(value), range.contains(number) else {
            throw .parameter(
                name,
                value,
                accepted: "a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// An ISO day; nil where it is missing.
    func day(_ name: String) throws(Problem) -> TradingDay? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard let day = TradingDay(iso8601: value) else {
            throw .parameter(name, value, accepted: "a day such as 2024-02-13")
        }
        return day
    }

    /// A horizon code; nil where it is missing.
    func horizon(_ name: String = "horizon") throws(Problem) -> Horizon? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard let horizon = Horizon(code: value) else {
            let codes = Horizon.allCases.map(\.code).joined(separator: ", ")
            throw .parameter(name, value, accepted: "one of: \(codes)")
        }
        return horizon
    }

    /// A value of an enumeration by its code; nil where it is missing.
    func code<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        as type: Value.Type
    ) throws(Problem) -> Value? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard let found = Value(rawValue: value) else {
            let codes = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw .parameter(name, value, accepted: "one of: \(codes)")
        }
        return found
    }

    /// Values of an enumeration by their codes with commas between; empty where they are missing.
    func codes<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        as type: Value.Type
    ) throws(Problem) -> [Value] {
        guard let value = values[name], !value.isEmpty else { return [] }
        var found: [Value] = []
        for code in value.split(separator: ",", omittingEmptySubsequences: false) {
            guard let value = Value(rawValue: String(code)) else {
                let codes = Value.allCases.map(\.rawValue).joined(separator: ", ")
                throw .parameter(name, String(code), accepted: "codes with commas between, of: \(codes)")
            }
            found.append(value)
        }
        return found
    }
}
