public import Market

/// A base score as stored, with its breakdown as JSON text.
public struct StoredBaseScore: Sendable, Equatable {
    /// The event's key.
    public var eventID: String
    /// 0...100.
    public var score: Double
    /// `positive`, `negative`, `neutral` or `uncertain`.
    public var direction: String
    /// 0...1.
    public var directionConfidence: Double
    /// Version of the rules.
    public var rulesVersion: String
    /// Factors and notes as JSON.
    public var breakdown: String

    /// Creates a stored base score.
    public init(
        eventID: String,
        score: Double,
        direction: String,
        directionConfidence: Double,
        rulesVersion: String,
        breakdown: String
    ) {
        self.eventID = eventID
        self.score = score
        self.direction = direction
        self.directionConfidence = directionConfidence
        self.rulesVersion = rulesVersion
        self.breakdown = breakdown
    }
}

/// The base scores table.
public struct BaseScoreStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// All base scores by event.
    public func all() throws -> [String: StoredBaseScore] {
        var result: [String: StoredBaseScore] = [:]
        let sql = """
            SELECT event_id, score, direction, direction_confidence, rules_version, breakdown FROM base_scores
            """
        try connection.forEach(sql) { row in
            let score = Self.decode(row)
            result[score.eventID] = score
        }
        return result
    }

    /// Writes the scores that differ from the stored ones and returns how many did.
    @discardableResult
    public func upsert(_ scores: [StoredBaseScore], now: UTCInstant) throws -> Int {
        let known = try all()
        let changed = scores.filter { known[$0.eventID] != $0 }.sorted { $0.eventID < $1.eventID }
        let sql = """
            INSERT INTO base_scores (event_id, score, direction, direction_confidence, rules_version, breakdown,
                scored_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (event_id) DO UPDATE SET score = excluded.score, direction = excluded.direction,
                direction_confidence = excluded.direction_confidence, rules_version = excluded.rules_version,
                breakdown = excluded.breakdown, scored_at = excluded.scored_at
            """
        try connection.bulk(sql, count: changed.count) { index, binder in
            let score = changed[index]
            binder.text(score.eventID)
            binder.double(score.score)
            binder.text(score.direction)
            binder.double(score.directionConfidence)
            binder.text(score.rulesVersion)
            binder.text(score.breakdown)
            binder.instant(now)
        }
        return changed.count
    }
}

extension BaseScoreStore {
    /// One event's base score; nil where none is stored.
    public func score(eventID: String) throws -> StoredBaseScore? {
        try connection.first(
            """
            SELECT event_id, score, direction, direction_confidence, rules_version, breakdown FROM base_scores
            WHERE event_id = $1
            """,
            [.text(eventID)],
            Self.decode
        )
    }

    static func decode(_ row: SQLRow) -> StoredBaseScore {
        StoredBaseScore(
            eventID: row.text(0),
            score: row.double(1),
            direction: row.text(2),
            directionConfidence: row.double(3),
            rulesVersion: row.text(4),
            breakdown: row.text(5)
        )
    }
}
