public import Market
public import Models

/// What a model predicted about an event that it had not learnt from.
public struct OutOfSampleRecord: Sendable, Equatable {
    /// The horizon.
    public var horizon: Horizon
    /// Walk-forward or lock-box.
    public var kind: SampleKind
    /// The model; nil where it is not named.
    public var modelID: String?
    /// Base score of the event then, 0...100.
    public var baseScore: Double
    /// Predicted impact, 0...100; nil without a magnitude head.
    public var predictedImpact: Double?
    /// Median impact of the event's item group in the training part, 0...100.
    public var itemGroupMedian: Double?
    /// Probability of a positive abnormal return; nil without a direction head.
    public var probabilityUp: Double?
}

/// Reads predictions that were made in training about events outside the training part.
public struct OutOfSampleReader {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Those of one event, by horizon and model, the newest of each.
    public func predictions(eventID: String) throws -> [OutOfSampleRecord] {
        let store = PredictionStore(connection)
        let rows = try connection.map(
            """
            SELECT \(PredictionStore.columns) FROM predictions WHERE event_id = $1 AND kind <> 'live'
            ORDER BY prediction_id
            """,
            [.text(eventID)],
            store.decode
        )
        var newest: [String: OutOfSampleRecord] = [:]
        for row in rows {
            newest["\(row.horizon.code) \(row.modelID ?? "")"] = OutOfSampleRecord(
                horizon: row.horizon,
                kind: row.kind,
                modelID: row.modelID,
                baseScore: row.baseScore,
                predictedImpact: row.predictedImpact,
                itemGroupMedian: row.baselineImpact,
                probabilityUp: row.probabilityUp
            )
        }
        return newest.values.sorted { ($0.horizon, $0.modelID ?? "") < ($1.horizon, $1.modelID ?? "") }
    }
}
