public import Market

/// Reads the items of an 8-K from one field.
public enum ItemList {
    /// The items of a field, sorted by number and without duplicates.
    ///
    /// - Parameters:
    ///   - bytes: numbers with `;` or `,` between them; spaces and the word `Item` before a number are allowed.
    ///   - filed: the day of the filing where known; from 2004-08-23 on the numbers 1 to 12 are refused.
    /// - Returns: the items; none for an empty field.
    /// - Throws: `TaxonomyError` naming the item.
    public static func parse(
        utf8 bytes: some Collection<UInt8>,
        filed: TradingDay?
    ) throws(TaxonomyError) -> [FilingItem] {
        var items: [FilingItem] = []
        var field = Array(bytes)[...]
        while !field.isEmpty {
            let end = field.firstIndex { $0 == separators.0 || $0 == separators.1 } ?? field.endIndex
            let part = trimmed(field[..<end])
            field = field[min(end + 1, field.endIndex)...]
            if part.isEmpty { continue }
            let number = withoutWord(part)
            guard let item = FilingItem(utf8: number) else {
                throw .unknownItem(String(decoding: part, as: UTF8.self))
            }
            if item.scheme == .plain, let filed, filed >= FilingItem.sectionsBegin {
                throw .outdatedItem(item.number, filed: filed)
            }
            if !items.contains(item) { items.append(item) }
        }
        return items.sorted()
    }

    /// The items of a text, as `parse(utf8:filed:)` gives them.
    ///
    /// - Parameters:
    ///   - text: numbers with `;` or `,` between them.
    ///   - filed: the day of the filing where known.
    /// - Returns: the items.
    /// - Throws: `TaxonomyError` naming the item.
    public static func parse(
        _ text: some StringProtocol,
        filed: TradingDay?
    ) throws(TaxonomyError) -> [FilingItem] {
        try parse(utf8: text.utf8, filed: filed)
    }

    private static let separators = (UInt8(ascii: ";"), UInt8(ascii: ","))

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
        let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
        return bytes[start..<end]
    }

    private static func withoutWord(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let word = Array("item ".utf8)
        guard bytes.count > word.count, zip(bytes, word).allSatisfy({ $0 | 0x20 == $1 }) else {
            return bytes
        }
        return trimmed(bytes.dropFirst(word.count))
    }
}
