public import Events
public import Market
public import Models

/// Graded events, page by page.
public struct BacktestEventStore {
    /// Which model answers for a family at a horizon.
    public struct Serving: Sendable, Hashable {
        /// The family.
        public var family: EventFamily
        /// The horizon.
        public var horizon: Horizon
        /// The model's slot; live predictions of all its versions count.
        public var cell: Cell
        /// The model whose out-of-sample predictions count.
        public var modelID: String

        /// Creates an entry.
        public init(family: EventFamily, horizon: Horizon, cell: Cell, modelID: String) {
            self.family = family
            self.horizon = horizon
            self.cell = cell
            self.modelID = modelID
        }
    }

    /// The most rows of a page.
    public static let largestPage = 500

    private let connection: SQLConnection
    private let calendar: ExchangeCalendar

    /// Works on a connection.
    public init(_ connection: SQLConnection, calendar: ExchangeCalendar) {
        self.connection = connection
        self.calendar = calendar
    }

    /// A model of the registry as far as its place counts.
    public struct Slot: Sendable, Hashable {
        /// Name and version.
        public var modelID: String
        /// The slot.
        public var cell: Cell
        /// The version.
        public var version: SemanticVersion
        /// The status.
        public var status: ModelStatus
    }

    /// All models of the registry without their evaluation.
    public func slots() throws -> [Slot] {
        try connection.map("SELECT model_id, family, horizon, version, status FROM model_registry") { row in
            guard let cell = Cell(key: "\(row.text(1))/\(row.text(2))"),
                let version = SemanticVersion(text: row.text(3))
            else {
                throw StorageError.corrupt(table: "model_registry", column: "version", value: row.text(3))
            }
            return Slot(
                modelID: row.text(0),
                cell: cell,
                version: version,
                status: try row.value(4, as: ModelStatus.self)
            )
        }
    }

    /// Families that have labels.
    public func families() throws -> [EventFamily] {
        try connection.map("SELECT DISTINCT family FROM event_outcomes ORDER BY family") { row in
            try row.value(0, as: EventFamily.self)
        }
    }

    /// One page.
    ///
    /// - Parameters:
    ///   - filter: which events.
    ///   - serving: the model of each family and horizon.
    ///   - cursor: the last row of the page before; nil for the first page.
    ///   - limit: rows of the page, brought into 1...500.
    /// - Returns: the rows, newest reaction day first, then by key and horizon downwards.
    /// - Throws: `StorageError` for a stored value that cannot be read.
    public func page(
        _ filter: BacktestEventFilter,
        serving: [Serving],
        after cursor: BacktestEventCursor?,
        limit: Int
    ) throws -> BacktestEventPage {
        let limit = min(max(limit, 1), Self.largestPage)
        var earliestLive: TradingDay?
        if filter.kind == .live {
            // Without this, every event would be looked at in vain where live predictions are young.
            earliestLive = try firstLiveDay()
            guard earliestLive != nil else { return BacktestEventPage(events: [], next: nil) }
        }
        var rows: [(row: BacktestEventRow, cursor: BacktestEventCursor)] = []
        // Each slot is one walk along an index; together they give the page.
        for entry in serving
        where (filter.family ?? entry.family) == entry.family
            && (filter.horizon ?? entry.horizon) == entry.horizon
        {
            let sql = BacktestEventQuery(
                filter,
                serving: entry,
                after: cursor,
                earliestLive: earliestLive,
                limit: limit + 1,
                calendar: calendar
            ).sql
            try connection.forEach(sql.text, sql.values) { row in rows.append(try decode(row)) }
        }
        rows.sort { $1.cursor < $0.cursor }
        let page = rows.prefix(limit)
        return BacktestEventPage(
            events: page.map(\.row),
            next: rows.count > limit ? page.last?.cursor : nil
        )
    }

    /// The UTC day of the first live prediction; nil without one.
    private func firstLiveDay() throws -> TradingDay? {
        try connection.first(
            """
            SELECT substr(min(made_at), 1, 10) FROM predictions WHERE kind = 'live' AND model_id IS NOT NULL
            """
        ) { row in row.isNull(0) ? nil : try row.day(0) } ?? nil
    }

    private func decode(_ row: SQLRow) throws -> (row: BacktestEventRow, cursor: BacktestEventCursor) {
        let base = try row.day(6)
        let horizon = try row.horizon(4)
        let reaction = try calendar.session(onOrAfter: base.advanced(byDays: 1))
        let event = BacktestEventRow(
            eventID: row.text(0),
            ticker: row.text(1),
            family: try row.value(2, as: EventFamily.self),
            eventType: try row.value(3, as: EventType.self),
            horizon: horizon,
            kind: try row.value(5, as: SampleKind.self),
            reactionDay: calendar.day(ofSession: reaction),
            modelID: row.text(7),
            baseScore: row.double(8),
            adjustment: row.double(9),
            predictedImpact: row.optionalDouble(10),
            realizedImpact: row.optionalDouble(11),
            probabilityUp: row.optionalDouble(12),
            abnormalReturn: row.double(13),
            actualSide: row.integer(14)
        )
        return (
            event,
            BacktestEventCursor(
                baseSession: base,
                eventID: event.eventID,
                horizon: horizon,
                prediction: row.integer(15)
            )
        )
    }
}
