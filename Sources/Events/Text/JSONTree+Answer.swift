import Market

/// How answers of services are read: what has another type, is `null` or not there is nil alike.
extension JSONTree {
    /// The member of an object; nil for a key that is not there, and for `null`.
    func present(_ key: String) -> JSONTree? { self[key].flatMap { $0.isNull ? nil : $0 } }

    /// The elements of a list; none for other values.
    var elements: [JSONTree] { array ?? [] }

    /// Text that is not blank.
    var text: String? { string.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil } }

    /// A finite number.
    var double: Double? { number.flatMap { $0.isFinite ? $0 : nil } }

    /// A whole number.
    var integer: Int? { number.flatMap { Int(exactly: $0) } }

    /// A truth value.
    var bool: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }
}
