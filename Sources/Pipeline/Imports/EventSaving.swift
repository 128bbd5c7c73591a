import Events
import Market
import Storage

/// Stores events, joins those about one announcement and refreshes the base scores, in one transaction.
struct EventSaving {
    private let context: JobContext

    init(_ context: JobContext) {
        self.context = context
    }

    /// Stores events and instruments; `also` writes in the same transaction.
    func save(
        _ events: [MarketEvent],
        instruments: [Instrument] = [],
        also: (SQLConnection) throws -> Void = { _ in }
    ) throws -> EventImportReport {
        let now = context.now()
        return try context.store.write { connection in
            let store = EventStore(connection)
            var report = EventImportReport()
            var stored: [String: MarketEvent] = [:]
            for event in try store.events() { stored[event.eventID] = event }
            var incoming: [String: MarketEvent] = [:]
            for event in events {
                let former = incoming[event.eventID] ?? stored[event.eventID]
                incoming[event.eventID] = former.map { event.merged(over: $0) } ?? event
            }
            let known = try InstrumentStore(connection).all()
            let fresh = instruments.filter { known[$0.ticker] != $0 }
            if !fresh.isEmpty { try InstrumentStore(connection).upsert(fresh, now: now) }
            report.events = try store.upsert(Array(incoming.values), now: now)
            if report.events.written > 0 {
                report.linked = try link(store, now: now)
                report.baseScores = try BaseScoring(context).refresh(connection, now: now)
            }
            try also(connection)
            return report
        }
    }

    /// Joins earnings announcements with the filings about them and returns how many events changed.
    private func link(_ store: EventStore, now: UTCInstant) throws -> Int {
        try store.upsert(EventLinker.link(try store.events()).events, now: now).updated
    }
}
