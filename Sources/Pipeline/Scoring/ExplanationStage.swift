import Features
import Market
import Models
import Outcomes
import Storage

/// Stores how the current predictions came about, for those that a model adjusted and that have no explanation yet.
///
/// Works in blocks, each written as soon as it is done, so that a run that is ended in between is completed by the next one.
struct ExplanationStage {
    private let context: JobContext
    private let world: EngineWorld
    private let predictors: [String: ModelPredictor]
    /// Predictions of one transaction.
    private static let block = 3000
    /// Predictions that a thread takes at a time.
    private static let piece = 100

    /// Loads the models of the predictions that wait.
    init(_ context: JobContext, world: EngineWorld, waiting: [UnexplainedPrediction]) throws {
        self.context = context
        self.world = world
        let models = Set(waiting.map(\.modelID))
        predictors = try context.store.read { try LiveModels.predictors(of: models, $0) }
    }

    /// Explains what waits.
    ///
    /// A prediction whose model reads another feature set, or whose event has other features by now, stays without.
    ///
    /// - Returns: the number of explanations written.
    func run(_ waiting: [UnexplainedPrediction]) throws -> Int {
        var written = 0
        for start in stride(from: 0, to: waiting.count, by: Self.block) {
            let block = waiting[start..<min(start + Self.block, waiting.count)]
            let explanations = try explanations(of: Array(block))
            written += try context.store.write { try ExplanationStore($0).append(explanations) }
            context.progress(
                ProgressUpdate(
                    stage: "explanations",
                    done: block.endIndex,
                    total: waiting.count,
                    detail: block.last?.eventID ?? ""
                )
            )
        }
        return written
    }

    private func explanations(of waiting: [UnexplainedPrediction]) throws -> [StoredExplanation] {
        let known = waiting.filter { world.eventIndex[$0.eventID] != nil && predictors[$0.modelID] != nil }
        let rows = try world.builder.rows(
            for: known.map { FeatureRequest(eventID: $0.eventID, horizon: $0.horizon) }
        )
        let pieces = stride(from: 0, to: known.count, by: Self.piece).map {
            $0..<min($0 + Self.piece, known.count)
        }
        let results = ParallelMap.map(count: pieces.count, threads: context.settings.threads) { number in
            Result { try explanations(of: known, rows, pieces[number]) }
        }
        return try results.flatMap { try $0.get() }
    }

    private func explanations(
        of waiting: [UnexplainedPrediction],
        _ rows: FeatureRows,
        _ piece: Range<Int>
    ) throws -> [StoredExplanation] {
        try piece.compactMap { index in
            let prediction = waiting[index]
            guard Hex.text(rows.matrix.fingerprint(ofRow: index)) == prediction.featureHash,
                let predictor = predictors[prediction.modelID]
            else { return nil }
            let parts = try predictor.contributions(Array(rows.matrix.row(index)))
            return StoredExplanation(
                predictionID: prediction.predictionID,
                featureSetVersion: rows.featureSetVersion,
                bias: parts.bias,
                contributions: parts.byColumn.map { Float($0) }
            )
        }
    }
}

extension LiveModels {
    /// The predictors of some models by key; those that read another feature set than this program's are left out.
    ///
    /// - Throws: `ModelError` for a damaged artefact.
    static func predictors(
        of models: Set<String>,
        _ connection: SQLConnection
    ) throws -> [String: ModelPredictor] {
        guard !models.isEmpty else { return [:] }
        let store = ModelStore(connection)
        var predictors: [String: ModelPredictor] = [:]
        for record in try store.records()
        where models.contains(record.id) && record.featureSetVersion == FeatureSet.current.version {
            guard let bytes = try store.artefact(of: record.id) else { continue }
            predictors[record.id] = try ModelPredictor(
                artefact: try ModelArtefact(decoding: bytes),
                cell: record.cell,
                featureSetVersion: FeatureSet.current.version,
                featureNames: FeatureSet.current.names
            )
        }
        return predictors
    }
}
