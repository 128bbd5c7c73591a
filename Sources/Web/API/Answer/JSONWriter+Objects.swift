import JSONText

extension JSONWriter {
    /// Writes a key and an array with one object for each element.
    mutating func member<Element>(
        _ key: String,
        objects elements: some Sequence<Element>,
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        member(
            key,
            array: { json in
                for element in elements { json.object { write(element, &$0) } }
            }
        )
    }

    /// Writes a key and an object, `null` where there is no value.
    mutating func member<Value>(
        _ key: String,
        object value: Value?,
        _ write: (Value, inout JSONWriter) -> Void
    ) {
        guard let value else { return member(key, String?.none) }
        member(key, object: { write(value, &$0) })
    }
}
