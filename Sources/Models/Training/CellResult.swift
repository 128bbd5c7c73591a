/// What training one slot gave: predictions on events not seen, a model to put to use, and the gate's word on it.
public struct CellResult: Sendable {
    /// The slot.
    public let cell: Cell
    /// Labelled events.
    public let sampleCount: Int
    /// Companies among them.
    public let companyCount: Int
    /// What the counts amount to.
    public let evidence: Evidence
    /// Hash of the data.
    public let dataHash: String
    /// Version of the features.
    public let featureSetVersion: String
    /// Version of the labels.
    public let labelVersion: String
    /// Walk-forward predictions, then the lock-box's, each in order of rows.
    public let predictions: [OutOfSamplePrediction]
    /// The model grown on all rows; nil where nothing could be trained.
    public let artefact: ModelArtefact?
    /// The gate's decision.
    public let decision: GateDecision
    /// Everything measured, to be stored with the model.
    public let evaluation: ModelEvaluation
    /// Weight of the predicted impact in the score, 0...1.
    public let weight: Double
}

/// How far a training run is.
public struct TrainingProgress: Hashable, Sendable {
    /// Pieces of work that are done.
    public let done: Int
    /// Pieces of work in all.
    public let total: Int
    /// The slot of the piece that was finished last.
    public let cell: Cell
}
