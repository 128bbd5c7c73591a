public import Market
import Outcomes

/// Reads labels with their history.
public struct LabelReader {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    private static let columns = """
        horizon, outcome_return, stock_return, benchmark_return, label_direction, label_magnitude, realized_impact, \
        base_session, outcome_session, benchmark, price_vintage, label_version, trained_version, recorded_at
        """

    /// The labels of an event, now or as they were known at an instant; nil for an unknown event.
    ///
    /// A label counts from the instant at which it was written until the one at which it was replaced.
    public func history(eventID: String, asOf: UTCInstant? = nil) throws -> LabelHistory? {
        let key = [SQLValue.text(eventID)]
        guard try connection.count("SELECT count(*) FROM events WHERE event_id = $1", key) == 1 else {
            return nil
        }
        let records = try connection.map(
            """
            SELECT \(Self.columns), superseded_at, revision FROM event_outcome_revisions WHERE event_id = $1
            UNION ALL SELECT \(Self.columns), NULL, NULL FROM event_outcomes WHERE event_id = $1
            ORDER BY 16 NULLS LAST
            """,
            key,
            Self.decode
        )
        var skips: [Horizon: (reason: SkipReason, at: UTCInstant)] = [:]
        try connection.forEach(
            "SELECT horizon, reason, recorded_at FROM outcome_skips WHERE event_id = $1",
            key
        ) { row in
            skips[try row.horizon(0)] = (try row.value(1, as: SkipReason.self), try row.instant(2))
        }
        return LabelHistory(
            eventID: eventID,
            asOf: asOf,
            horizons: Horizon.allCases.map { horizon in
                let own = records.filter { $0.horizon == horizon }.map(\.record)
                return Self.labels(horizon, own, skip: skips[horizon], asOf: asOf)
            }
        )
    }

    /// What of a horizon's records, oldest first, was known at an instant.
    private static func labels(
        _ horizon: Horizon,
        _ records: [LabelRecord],
        skip: (reason: SkipReason, at: UTCInstant)?,
        asOf: UTCInstant?
    ) -> HorizonLabels {
        func isPast(_ instant: UTCInstant) -> Bool { asOf.map { instant <= $0 } ?? true }
        var labels = HorizonLabels(horizon: horizon, state: .nothingRecorded, revisions: [])
        if let skip, isPast(skip.at) { labels.state = .skipped(skip.reason, recordedAt: skip.at) }
        for var record in records where isPast(record.recordedAt) {
            if let superseded = record.supersededAt, isPast(superseded) {
                labels.revisions.append(record)
            } else {
                record.supersededAt = nil
                labels.state = .labelled(record)
            }
        }
        return labels
    }

    private static func decode(_ row: SQLRow) throws -> (horizon: Horizon, record: LabelRecord) {
        let record = LabelRecord(
            abnormalReturn: row.double(1),
            stockReturn: row.double(2),
            benchmarkReturn: row.double(3),
            direction: row.integer(4),
            magnitude: row.double(5),
            realizedImpact: row.optionalDouble(6),
            baseSession: try row.day(7),
            outcomeSession: try row.day(8),
            benchmark: row.text(9),
            priceVintage: row.text(10),
            labelVersion: row.text(11),
            trainedVersion: row.optionalText(12),
            recordedAt: try row.instant(13),
            supersededAt: row.isNull(14) ? nil : try row.instant(14)
        )
        return (try row.horizon(0), record)
    }
}
