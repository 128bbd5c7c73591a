public import Market

/// Answers which model was live when, from the status histories of the registry.
public struct ModelTimeline: Sendable {
    /// A span of time in which one model was the champion of its slot.
    public struct Period: Hashable, Sendable {
        /// The model.
        public let record: ModelRecord
        /// When it became champion.
        public let from: UTCInstant
        /// When it ceased to be; nil while it still is.
        public let until: UTCInstant?
        /// Why it became champion.
        public let reason: String
    }

    private let periodsByCell: [Cell: [Period]]

    /// Reads the histories of all records, in any order.
    public init(_ records: [ModelRecord]) {
        var periods: [Cell: [Period]] = [:]
        for record in records {
            for (index, change) in record.history.enumerated() where change.status == .champion {
                let next = record.history[(index + 1)...].first { $0.status != .champion }
                if index > 0, record.history[index - 1].status == .champion { continue }
                periods[record.cell, default: []].append(
                    Period(record: record, from: change.at, until: next?.at, reason: change.reason)
                )
            }
        }
        periodsByCell = periods.mapValues { list in
            list.sorted { ($0.from, $0.record.version) < ($1.from, $1.record.version) }
        }
    }

    /// The spans of a slot, oldest first.
    public func periods(cell: Cell) -> [Period] { periodsByCell[cell] ?? [] }

    /// The champion of a slot at an instant; nil where there was none.
    ///
    /// A change counts from its own instant on.
    public func live(cell: Cell, at instant: UTCInstant) -> ModelRecord? {
        periods(cell: cell).last { period in
            period.from <= instant && (period.until.map { instant < $0 } ?? true)
        }?.record
    }

    /// The champion of a slot at the end of a UTC day.
    public func live(cell: Cell, on day: TradingDay) -> ModelRecord? {
        live(cell: cell, at: UTCInstant(day: day, secondOfDay: 86_399))
    }
}
