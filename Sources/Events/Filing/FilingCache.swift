import Market

/// Items and titles that were made before, since a few combinations make up most filings.
struct FilingCache {
    /// The items of one 8-K and what is made from them.
    struct Content {
        let numbers: [String]
        let title: String
    }

    private struct Key: Hashable {
        let form: String
        let items: String
        let isOldScheme: Bool
    }

    private var known: [Key: Content] = [:]

    /// Content of a filing.
    ///
    /// - Parameters:
    ///   - form: the form as EDGAR writes it.
    ///   - items: the field of items of an 8-K; none for other forms.
    ///   - filed: the day of the filing.
    /// - Returns: the items' numbers, sorted, and a title.
    /// - Throws: `TaxonomyError` naming an item that is refused.
    mutating func content(
        form: String,
        items: ArraySlice<UInt8>,
        filed: TradingDay
    ) throws(TaxonomyError) -> Content {
        let key = Key(
            form: form,
            items: String(decoding: items, as: UTF8.self),
            isOldScheme: filed < FilingItem.sectionsBegin
        )
        if let content = known[key] { return content }
        let parsed = try ItemList.parse(utf8: items, filed: filed)
        let content = Content(
            numbers: parsed.map(\.number),
            title: EventTitle.filing(form: form, items: parsed)
        )
        if known.count < Self.mostKept { known[key] = content }
        return content
    }

    /// Bounds the memory that a hostile file can make the cache take.
    private static let mostKept = 4096
}
