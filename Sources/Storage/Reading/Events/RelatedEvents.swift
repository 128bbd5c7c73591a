public import Events
import Market

/// An event that has to do with another one.
public struct RelatedEvent: Sendable, Equatable {
    /// How it has to do with it.
    public enum Relation: String, CaseIterable, Sendable {
        /// The other source's event about the same announcement.
        case sameAnnouncement = "same_announcement"
        /// The filing that the event amends.
        case amended
        /// A filing that amends the event.
        case amendment
        /// Of the same company on the same New York day.
        case sameDay = "same_day"
        /// Of the same company within thirty days.
        case sameCompany = "same_company"
        /// An earlier event of the same kind, of any other company.
        case sameKind = "same_kind"
    }

    /// The event.
    public var event: MarketEvent
    /// How it has to do with the one asked about; the closest of several relations.
    public var relation: Relation

    /// Creates a value from its fields.
    public init(event: MarketEvent, relation: Relation) {
        self.event = event
        self.relation = relation
    }
}

/// Finds the events around an event.
public struct RelatedEventReader {
    private let connection: SQLConnection
    /// How far the company's other events may be away, seconds.
    private static let span: Int64 = 30 * 86_400

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Linked events first, then those of the same company, nearest first, then earlier ones of the same kind, newest first.
    ///
    /// - Parameters:
    ///   - event: the event asked about.
    ///   - company: how many of the same company besides linked ones.
    ///   - kind: how many of the same kind.
    /// - Returns: each event once.
    /// - Throws: `StorageError` for a stored value that cannot be read.
    public func events(
        relatedTo event: MarketEvent,
        company: Int = 8,
        kind: Int = 5
    ) throws -> [RelatedEvent] {
        var result = try linked(event)
        var known = Set(result.map(\.event.eventID))
        known.insert(event.eventID)
        let around = try sameCompany(event).filter { !known.contains($0.event.eventID) }
        result += around.prefix(company)
        known.formUnion(result.map(\.event.eventID))
        let alike = try sameKind(event, limit: kind)
        result += alike.filter { !known.contains($0.event.eventID) }
        return result
    }

    private static let columns = EventReader.eventColumns

    private func linked(_ event: MarketEvent) throws -> [RelatedEvent] {
        let sql = """
            SELECT \(Self.columns) FROM events e WHERE e.event_id IN ($1, $2)
            UNION ALL SELECT \(Self.columns) FROM events e WHERE e.related_event_id = $3
            UNION ALL SELECT \(Self.columns) FROM events e WHERE e.amends = $3
            """
        let found = try connection.map(
            sql,
            [.optional(event.relatedEventID), .optional(event.amends), .text(event.eventID)],
            EventStore.decode
        )
        var result: [String: RelatedEvent] = [:]
        for other in found where other.eventID != event.eventID {
            let relation: RelatedEvent.Relation =
                if other.eventID == event.relatedEventID || other.relatedEventID == event.eventID {
                    .sameAnnouncement
                } else if other.eventID == event.amends {
                    .amended
                } else {
                    .amendment
                }
            result[other.eventID] = RelatedEvent(event: other, relation: relation)
        }
        let order = RelatedEvent.Relation.allCases
        return result.values.sorted {
            (order.firstIndex(of: $0.relation) ?? 0, $0.event.knownAt, $0.event.eventID)
                < (order.firstIndex(of: $1.relation) ?? 0, $1.event.knownAt, $1.event.eventID)
        }
    }

    private func sameCompany(_ event: MarketEvent) throws -> [RelatedEvent] {
        let sql = """
            SELECT \(Self.columns) FROM events e WHERE e.ticker = $1 AND e.known_at BETWEEN $2 AND $3
            """
        let found = try connection.map(
            sql,
            [
                .text(event.ticker), .instant(event.knownAt.advanced(bySeconds: -Self.span)),
                .instant(event.knownAt.advanced(bySeconds: Self.span)),
            ],
            EventStore.decode
        )
        let day = NewYork.wallClock(of: event.knownAt).day
        func distance(_ other: MarketEvent) -> UInt64 {
            (other.knownAt.secondsSinceEpoch - event.knownAt.secondsSinceEpoch).magnitude
        }
        return found.sorted { (distance($0), $0.eventID) < (distance($1), $1.eventID) }.map { other in
            let isSameDay = NewYork.wallClock(of: other.knownAt).day == day
            return RelatedEvent(event: other, relation: isSameDay ? .sameDay : .sameCompany)
        }
    }

    private func sameKind(_ event: MarketEvent, limit: Int) throws -> [RelatedEvent] {
        let kind = KindSelection(kind: .group(ItemGroup(of: event)), knownBefore: event.knownAt)
        var sql = SQLText("SELECT \(Self.columns) FROM events e WHERE +e.ticker <> ")
        let ticker = sql.parameter(.text(event.ticker))
        sql += "\(ticker) AND "
        try KindSQL(connection).append(kind, to: &sql)
        let count = sql.parameter(.integer(limit))
        sql += " ORDER BY e.known_at DESC, e.event_id DESC LIMIT \(count)"
        return try connection.map(sql.text, sql.values, EventStore.decode)
            .map { RelatedEvent(event: $0, relation: .sameKind) }
    }
}
