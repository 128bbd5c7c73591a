import Events
import Market

/// The conditions of a selection on a table of events named `e`.
struct KindSQL {
    private let connection: SQLConnection

    init(_ connection: SQLConnection) { self.connection = connection }

    /// Adds the conditions, at least one.
    func append(_ selection: KindSelection, to sql: inout SQLText) throws {
        sql += try condition(selection.kind, &sql)
        if let ticker = selection.ticker { sql += " AND e.ticker = \(sql.parameter(.text(ticker)))" }
        if let since = selection.since { sql += " AND e.occurred_on >= \(sql.parameter(.day(since)))" }
        if let until = selection.until { sql += " AND e.occurred_on <= \(sql.parameter(.day(until)))" }
        if let before = selection.knownBefore {
            sql += " AND e.known_at < \(sql.parameter(.instant(before)))"
        }
    }

    private func condition(_ kind: KindScope, _ sql: inout SQLText) throws -> String {
        switch kind {
        case .all: "1"
        case .family(let family): "e.family = \(sql.parameter(.text(family.rawValue)))"
        case .type(let type): "e.event_type = \(sql.parameter(.text(type.rawValue)))"
        case .item(let item): try condition(&sql) { $0.contains(item.number) }
        case .group(let group):
            if let type = EventType(rawValue: group.name) {
                "e.event_type = \(sql.parameter(.text(type.rawValue)))"
            } else {
                try condition(&sql) { ItemGroup(type: .sec8K, items: $0) == group }
            }
        }
    }

    /// Filings whose list of items fits; the lists that occur are few.
    private func condition(_ sql: inout SQLText, fits: ([String]) -> Bool) throws -> String {
        let type = SQLValue.text(EventType.sec8K.rawValue)
        let lists = try connection.map(
            "SELECT DISTINCT items FROM events WHERE event_type = $1 ORDER BY items",
            [type]
        ) { $0.text(0) }.filter { fits(ItemText.split($0)) }
        let filing = sql.parameter(type)
        return
            "e.event_type = \(filing) AND e.items IN (SELECT value FROM json_each(\(sql.parameter(.list(lists)))))"
    }
}
