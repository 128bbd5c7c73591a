import Events
import Features
import Market
import Models
import Outcomes
import Storage

/// Writes what the database holds for notebooks; rows are sorted, so the same data gives the same bytes.
public struct ExportJob: Sendable {
    let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Writes one kind of rows.
    ///
    /// - Parameters:
    ///   - kind: what to write.
    ///   - format: how to write it.
    ///   - consume: receives the bytes in pieces.
    /// - Returns: the number of rows.
    /// - Throws: `StorageError`, and what `consume` throws.
    @discardableResult
    public func run(
        _ kind: ExportKind,
        format: ExportFormat,
        consume: @escaping ([UInt8]) throws -> Void
    ) throws -> Int {
        try context.store.read { connection in
            switch kind {
            case .events: try events(connection, format, consume)
            case .prices: try prices(connection, format, consume)
            case .labels: try labels(connection, format, consume)
            case .predictions: try predictions(connection, format, consume)
            case .features: try features(connection, format, consume)
            }
        }
    }

    // MARK: Kinds

    private func events(
        _ connection: SQLConnection,
        _ format: ExportFormat,
        _ consume: @escaping ([UInt8]) throws -> Void
    ) throws -> Int {
        let columns = EventColumn.written
        var writer = ExportWriter(format: format, columns: columns.map(\.name), consume: consume)
        let scores = try BaseScoreStore(connection).all()
        let events = try EventStore(connection).events()
        for event in events.sorted(by: { ($0.knownAt, $0.eventID) < ($1.knownAt, $1.eventID) }) {
            let score = scores[event.eventID]?.score
            try writer.write(
                columns.map { column in
                    let text = column.text(of: event, baseScore: score)
                    return column.isNumber ? .number(text.flatMap(Double.init)) : .text(text)
                }
            )
        }
        try writer.flush()
        return events.count
    }

    private func prices(
        _ connection: SQLConnection,
        _ format: ExportFormat,
        _ consume: @escaping ([UInt8]) throws -> Void
    ) throws -> Int {
        let columns = [
            "ticker", "date", "open", "high", "low", "close", "adj_close", "volume", "dividends",
            "stock_splits", "repaired", "quarantined",
        ]
        var writer = ExportWriter(format: format, columns: columns, consume: consume)
        let store = PriceStore(connection)
        var count = 0
        for ticker in try store.allSeries().keys.sorted() {
            let repairs = try store.repairReasons(ofTicker: ticker)
            for stored in try store.bars(ofTicker: ticker) {
                let bar = stored.bar
                try writer.write([
                    .text(ticker), .text(bar.day.iso8601), .number(bar.open), .number(bar.high),
                    .number(bar.low), .number(bar.close), .number(bar.adjustedClose), .number(bar.volume),
                    .number(bar.dividend), .number(bar.splitFactor), .text(repairs[bar.day]),
                    .text(stored.quarantined?.rawValue),
                ])
                count += 1
            }
        }
        try writer.flush()
        return count
    }

    private func features(
        _ connection: SQLConnection,
        _ format: ExportFormat,
        _ consume: @escaping ([UInt8]) throws -> Void
    ) throws -> Int {
        let world = try EngineWorld(connection, context: context)
        let names = FeatureSet.current.names
        var writer = ExportWriter(format: format, columns: ["event_id", "horizon"] + names, consume: consume)
        let keys = world.outcomes.map {
            FeatureRequest(eventID: $0.outcome.eventID, horizon: $0.outcome.horizon)
        }.filter { world.eventIndex[$0.eventID] != nil }
        let rows = try world.builder.rows(for: keys)
        for (index, key) in keys.enumerated() {
            try writer.write(
                [.text(key.eventID), .text(key.horizon.code)]
                    + rows.matrix.row(index).map { .number(Double($0)) }
            )
        }
        try writer.flush()
        return keys.count
    }
}
