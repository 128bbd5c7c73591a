import JSONText

/// One page of a list: `items`, and the cursor of the page behind it.
struct ItemPage<Item> {
    /// The items of this page in the list's order.
    let items: [Item]
    /// The `cursor` parameter of the next page; nil on the last one.
    let nextCursor: String?

    /// Writes the members `items` and `next_cursor`.
    func writeMembers(to json: inout JSONWriter, _ write: (Item, inout JSONWriter) -> Void) {
        json.member(
            "items",
            array: { json in
                for item in items { json.object { write(item, &$0) } }
            }
        )
        json.member("next_cursor", nextCursor)
    }
}

extension ItemPage {
    /// A page of a list that is in memory, cut by the key of the last item of the page before.
    ///
    /// - Parameters:
    ///   - all: the whole list, sorted.
    ///   - cursor: the request's cursor, nil for the first page.
    ///   - list: the list that cursors belong to.
    ///   - limit: the most items of a page.
    ///   - key: the key of an item, unique in the list.
    ///   - isWanted: which items the page shows; a cursor may name one of the others.
    /// - Throws: `Problem` 400 for a cursor that is no item's key.
    init(
        of all: [Item],
        after cursor: String?,
        of list: ListCursor,
        limit: Int,
        key: (Item) -> String,
        where isWanted: (Item) -> Bool
    ) throws(Problem) {
        var rest = all[...]
        if let place = try list.place(in: cursor) {
            guard let position = all.firstIndex(where: { key($0) == place }) else {
                throw .cursor(cursor ?? "")
            }
            rest = all[(position + 1)...]
        }
        let wanted = rest.filter(isWanted)
        let page = wanted.prefix(limit)
        self.init(
            items: Array(page),
            nextCursor: page.count < wanted.count ? page.last.map { list.text(of: key($0)) } : nil
        )
    }
}

extension Problem {
    /// 400: a cursor that no answer has given.
    static func cursor(_ value: String) -> Problem {
        .parameter("cursor", value, accepted: "the next_cursor of an earlier answer, unchanged")
    }
}
