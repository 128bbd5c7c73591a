public import Market
public import Models

/// What became of predictions that were given to the log.
public struct AppendedPredictions: Sendable, Equatable {
    /// Lines that were not there before.
    public var written: Int
    /// Live lines of an earlier run that stand again.
    public var restored: Int

    /// Creates a value from its fields.
    public init(written: Int, restored: Int) {
        self.written = written
        self.restored = restored
    }
}

/// The predictions log: rows are appended, never overwritten.
public struct PredictionStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    static let columns = """
        event_id, horizon, kind, model_id, direction_model_id, feature_hash, base_score, adjustment, \
        ml_score_adjusted, ml_not_applied_reason, weight, predicted_impact, probability_up, predicted_move, \
        interval_lower, interval_upper, volatility, baseline_impact, baseline_probability, fold, data_as_of, made_at
        """

    /// Appends predictions; one that the log holds already, with the same models, features and base score, is not
    /// written again.
    ///
    /// - Returns: the number of rows written.
    @discardableResult
    public func append(_ rows: [PredictionRow]) throws -> Int { try appendAndStand(rows).written }

    /// Appends predictions as `append` does; a live one that the log holds already stands again where another had taken
    /// its place, as after a rollback to an earlier model.
    @discardableResult
    public func appendAndStand(_ rows: [PredictionRow]) throws -> AppendedPredictions {
        let before = try count()
        let sql = """
            INSERT INTO predictions (\(Self.columns), ml_applied)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                $21, $22, $23)
            ON CONFLICT DO NOTHING
            """
        let rows = rows.sorted { ($0.eventID, $0.horizon) < ($1.eventID, $1.horizon) }
        try connection.bulk(sql, count: rows.count) { index, binder in
            Self.bind(rows[index], to: &binder)
        }
        let written = try count() - before
        guard written < rows.count else { return AppendedPredictions(written: written, restored: 0) }
        return AppendedPredictions(written: written, restored: try stand(rows.filter { $0.kind == .live }))
    }

    /// Makes the logged line of each prediction the current one of its event and horizon.
    ///
    /// - Returns: how many were not.
    private func stand(_ rows: [PredictionRow]) throws -> Int {
        let before = connection.changesInAll
        let sql = """
            INSERT INTO current_predictions (event_id, horizon, prediction_id)
            SELECT event_id, horizon, prediction_id FROM predictions
            WHERE event_id = $1 AND horizon = $2 AND kind = 'live' AND coalesce(model_id, '') = $3
                AND coalesce(direction_model_id, '') = $4 AND feature_hash = $5 AND base_score = $6
            ON CONFLICT (event_id, horizon) DO UPDATE SET prediction_id = excluded.prediction_id
                WHERE prediction_id <> excluded.prediction_id
            """
        try connection.bulk(sql, count: rows.count) { index, binder in
            let row = rows[index]
            binder.text(row.eventID)
            binder.text(row.horizon.code)
            binder.text(row.modelID ?? "")
            binder.text(row.directionModelID ?? "")
            binder.text(row.featureHash)
            binder.double(row.baseScore)
        }
        return connection.changesInAll - before
    }

    /// Number of rows in the log.
    public func count() throws -> Int {
        try connection.count("SELECT count(*) FROM predictions")
    }

    /// Rows of some kinds, sorted by event, horizon, model and number.
    public func rows(kinds: [SampleKind] = SampleKind.allCases) throws -> [PredictionRow] {
        let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try connection.map(
            """
            SELECT \(Self.columns) FROM predictions WHERE kind IN (\(names))
            ORDER BY event_id, horizon, kind, model_id, prediction_id
            """,
            [],
            decode
        )
    }

    /// The out-of-sample rows of one model, sorted by event.
    public func rows(ofModel modelID: String, kinds: [SampleKind]) throws -> [PredictionRow] {
        let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try connection.map(
            """
            SELECT \(Self.columns) FROM predictions WHERE model_id = $1 AND kind IN (\(names))
            ORDER BY event_id, horizon, prediction_id
            """,
            [.text(modelID)],
            decode
        )
    }

    /// The live row of each horizon of an event that stands: the one made, or made again, last.
    public func latestLive(eventID: String) throws -> [Horizon: PredictionRow] {
        var result: [Horizon: PredictionRow] = [:]
        let rows = try connection.map(
            """
            SELECT \(Self.columns) FROM predictions
            WHERE prediction_id IN (SELECT prediction_id FROM current_predictions WHERE event_id = $1)
            """,
            [.text(eventID)],
            decode
        )
        for row in rows { result[row.horizon] = row }
        return result
    }

    private static func bind(_ row: PredictionRow, to binder: inout SQLBinder) {
        binder.text(row.eventID)
        binder.text(row.horizon.code)
        binder.text(row.kind.rawValue)
        binder.text(row.modelID)
        binder.text(row.directionModelID)
        binder.text(row.featureHash)
        binder.double(row.baseScore)
        binder.double(row.adjustment)
        binder.double(row.adjusted)
        binder.text(row.notAppliedReason)
        binder.double(row.weight)
        binder.double(row.predictedImpact)
        binder.double(row.probabilityUp)
        binder.double(row.predictedMove)
        binder.double(row.intervalLower)
        binder.double(row.intervalUpper)
        binder.double(row.volatility)
        binder.double(row.baselineImpact)
        binder.double(row.baselineProbability)
        if let fold = row.fold { binder.integer(fold) } else { binder.null() }
        binder.instant(row.dataAsOf)
        binder.instant(row.madeAt)
        binder.integer(row.notAppliedReason == nil ? 1 : 0)
    }

    func decode(_ row: SQLRow) throws -> PredictionRow {
        guard let horizon = Horizon(code: row.text(1)) else {
            throw StorageError.corrupt(table: "predictions", column: "horizon", value: row.text(1))
        }
        return PredictionRow(
            eventID: row.text(0),
            horizon: horizon,
            kind: try row.value(2, as: SampleKind.self),
            modelID: row.optionalText(3),
            directionModelID: row.optionalText(4),
            featureHash: row.text(5),
            baseScore: row.double(6),
            adjustment: row.double(7),
            adjusted: row.double(8),
            notAppliedReason: row.optionalText(9),
            weight: row.optionalDouble(10),
            predictedImpact: row.optionalDouble(11),
            probabilityUp: row.optionalDouble(12),
            predictedMove: row.optionalDouble(13),
            intervalLower: row.optionalDouble(14),
            intervalUpper: row.optionalDouble(15),
            volatility: row.optionalDouble(16),
            baselineImpact: row.optionalDouble(17),
            baselineProbability: row.optionalDouble(18),
            fold: row.isNull(19) ? nil : row.integer(19),
            dataAsOf: try row.instant(20),
            madeAt: try row.instant(21)
        )
    }
}
