import Storage

extension EventsPage {
    /// Reads a page of the list.
    ///
    /// - Throws: `Problem` 400 for a cursor that no page gave or that belongs to another order.
    init(_ reading: PageReading, filter: EventListFilter, cursor: String?) throws(Problem) {
        let query: EventQuery
        do {
            query = try filter.query(
                limit: Self.limit,
                cursor: cursor.map { text throws(EventQueryError) in try EventCursor(text) }
            )
        } catch {
            throw .parameter("cursor", cursor ?? "", accepted: "\(error)")
        }
        self.init(
            counts: reading.noticeCounts(),
            filter: filter,
            events: reading.part("The list of events") { try EventReader($0).page(query) },
            isFirst: cursor == nil
        )
    }
}
