public import Market

/// How a live prediction's impact came about, as stored: TreeSHAP values of the magnitude head in points.
public struct StoredExplanation: Sendable, Equatable {
    /// Number of the prediction in the log.
    public var predictionID: Int
    /// Version of the feature set whose columns the values stand for.
    public var featureSetVersion: String
    /// What the head says about an average event, points.
    public var bias: Double
    /// Points that each column adds, in declared order.
    public var contributions: [Float]

    /// Creates an explanation.
    public init(predictionID: Int, featureSetVersion: String, bias: Double, contributions: [Float]) {
        self.predictionID = predictionID
        self.featureSetVersion = featureSetVersion
        self.bias = bias
        self.contributions = contributions
    }
}

/// A current prediction by a model that has no stored explanation yet.
public struct UnexplainedPrediction: Sendable, Equatable {
    /// Number in the log.
    public var predictionID: Int
    /// The event's key.
    public var eventID: String
    /// The horizon.
    public var horizon: Horizon
    /// The model of the magnitude head.
    public var modelID: String
    /// Hash of the feature row that it read.
    public var featureHash: String
}

/// The explanations of live predictions: rows are appended, never overwritten.
public struct ExplanationStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Current predictions whose model was applied and that have no explanation, sorted by event and horizon.
    public func missing() throws -> [UnexplainedPrediction] {
        try connection.map(
            """
            SELECT c.prediction_id, c.event_id, c.horizon, p.model_id, p.feature_hash
            FROM current_predictions c CROSS JOIN predictions p ON p.prediction_id = c.prediction_id
            LEFT JOIN prediction_explanations x ON x.prediction_id = c.prediction_id
            WHERE x.prediction_id IS NULL AND p.ml_applied = 1 AND p.model_id IS NOT NULL
            ORDER BY c.event_id, c.horizon
            """
        ) { row in
            UnexplainedPrediction(
                predictionID: row.integer(0),
                eventID: row.text(1),
                horizon: try row.horizon(2),
                modelID: row.text(3),
                featureHash: row.text(4)
            )
        }
    }

    /// Appends explanations; one that is there already is not written again.
    ///
    /// - Returns: the number of rows written.
    @discardableResult
    public func append(_ explanations: [StoredExplanation]) throws -> Int {
        let before = try count()
        let explanations = explanations.sorted { $0.predictionID < $1.predictionID }
        let sql = """
            INSERT INTO prediction_explanations (prediction_id, feature_set_version, bias, contributions)
            VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
            """
        try connection.bulk(sql, count: explanations.count) { index, binder in
            let explanation = explanations[index]
            binder.integer(explanation.predictionID)
            binder.text(explanation.featureSetVersion)
            binder.double(explanation.bias)
            binder.blob(FloatBytes.encode(explanation.contributions))
        }
        return try count() - before
    }

    /// The explanation of a prediction; nil where there is none.
    public func explanation(ofPrediction predictionID: Int) throws -> StoredExplanation? {
        try connection.first(
            """
            SELECT feature_set_version, bias, contributions FROM prediction_explanations WHERE prediction_id = $1
            """,
            [.integer(predictionID)]
        ) { row in
            StoredExplanation(
                predictionID: predictionID,
                featureSetVersion: row.text(0),
                bias: row.double(1),
                contributions: row.floats(2)
            )
        }
    }

    /// Number of explanations.
    public func count() throws -> Int {
        try connection.count("SELECT count(*) FROM prediction_explanations")
    }
}

/// Floats as bytes: IEEE 754 single precision, little-endian.
enum FloatBytes {
    static func encode(_ values: [Float]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * values.count)
        for value in values {
            let bits = value.bitPattern
            for shift in stride(from: UInt32(0), to: 32, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
            }
        }
        return bytes
    }
}
