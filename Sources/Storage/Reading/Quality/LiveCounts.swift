import Events
public import Market

/// How much is stored, for the notice on each page.
public struct LiveCounts: Sendable, Equatable {
    /// Events.
    public var events: Int
    /// Events with at least one label.
    public var labelledEvents: Int
    /// Labels of all horizons.
    public var labels: Int
    /// Companies with events.
    public var companies: Int
    /// Families with events.
    public var families: Int
    /// Predictions ever made, those of training included.
    public var predictions: Int
    /// Current live predictions.
    public var currentPredictions: Int
    /// Model versions of any status.
    public var models: Int
    /// Models in use.
    public var champions: Int
    /// When the newest event could be known; nil without events.
    public var latestEvent: UTCInstant?
    /// The newest day of a price; nil without prices.
    public var latestPriceDay: TradingDay?
    /// The newest run of a job; nil before the first.
    public var latestRun: RunRecord?

    /// Creates a value from its fields.
    public init(
        events: Int,
        labelledEvents: Int,
        labels: Int,
        companies: Int,
        families: Int,
        predictions: Int,
        currentPredictions: Int,
        models: Int,
        champions: Int,
        latestEvent: UTCInstant? = nil,
        latestPriceDay: TradingDay? = nil,
        latestRun: RunRecord? = nil
    ) {
        self.events = events
        self.labelledEvents = labelledEvents
        self.labels = labels
        self.companies = companies
        self.families = families
        self.predictions = predictions
        self.currentPredictions = currentPredictions
        self.models = models
        self.champions = champions
        self.latestEvent = latestEvent
        self.latestPriceDay = latestPriceDay
        self.latestRun = latestRun
    }
}

/// Counts what is stored.
public struct LiveCountReader {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// All counts, each answered from an index.
    public func counts() throws -> LiveCounts {
        let latestRun = try RunStore(connection).recent(limit: 1).first
        let sql = """
            WITH RECURSIVE ticker(name) AS (SELECT min(ticker) FROM events
                    UNION ALL SELECT (SELECT min(e.ticker) FROM events e WHERE e.ticker > ticker.name) FROM ticker
                    WHERE ticker.name IS NOT NULL),
                family(name) AS (SELECT min(family) FROM events
                    UNION ALL SELECT (SELECT min(e.family) FROM events e WHERE e.family > family.name) FROM family
                    WHERE family.name IS NOT NULL)
            SELECT (SELECT count(*) FROM events),
                (SELECT count(*) FROM (SELECT DISTINCT event_id FROM event_outcomes)),
                (SELECT count(*) FROM event_outcomes),
                (SELECT count(name) FROM ticker), (SELECT count(name) FROM family),
                (SELECT max(prediction_id) FROM predictions), (SELECT count(*) FROM current_predictions),
                (SELECT count(*) FROM model_registry),
                (SELECT count(*) FROM model_registry WHERE status = 'champion'),
                (SELECT max(known_at) FROM events), (SELECT max(last_day) FROM price_series)
            """
        let counts = try connection.first(sql) { row in
            LiveCounts(
                events: row.integer(0),
                labelledEvents: row.integer(1),
                labels: row.integer(2),
                companies: row.integer(3),
                families: row.integer(4),
                // The log only grows, by one number a line.
                predictions: row.integer(5),
                currentPredictions: row.integer(6),
                models: row.integer(7),
                champions: row.integer(8),
                latestEvent: row.isNull(9) ? nil : try row.instant(9),
                latestPriceDay: row.isNull(10) ? nil : try row.day(10),
                latestRun: latestRun
            )
        }
        guard let counts else { throw StorageError.statement(message: "no row of counts", sql: sql) }
        return counts
    }
}
