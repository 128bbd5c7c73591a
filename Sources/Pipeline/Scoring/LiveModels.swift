import Events
import Features
import Market
import Models
import Outcomes
import Scores
import Storage

/// The models that speak for events right now, loaded once per job.
struct LiveModels {
    private let records: [ModelRecord]
    private let champions: [ModelRecord]
    private let predictors: [String: ModelPredictor]
    private let labelledEvents: [Cell: Int]

    /// Loads the champions and how many labelled events each family has.
    init(_ connection: SQLConnection, outcomes: [StoredOutcome]) throws {
        let store = ModelStore(connection)
        records = try store.records()
        champions = records.filter { $0.status == .champion }
        var predictors: [String: ModelPredictor] = [:]
        for record in champions {
            guard let bytes = try store.artefact(of: record.id) else { continue }
            predictors[record.id] = try ModelPredictor(
                artefact: try ModelArtefact(decoding: bytes),
                cell: record.cell,
                featureSetVersion: FeatureSet.current.version,
                featureNames: FeatureSet.current.names
            )
        }
        self.predictors = predictors
        var counts: [Cell: Int] = [:]
        for label in outcomes {
            counts[Cell(family: label.outcome.type.family, horizon: label.outcome.horizon), default: 0] += 1
            counts[Cell(family: nil, horizon: label.outcome.horizon), default: 0] += 1
        }
        labelledEvents = counts
    }

    /// The record and predictor that a head of an event's family is taken from; nil where rules alone speak.
    func model(
        _ head: Head,
        family: EventFamily,
        horizon: Horizon
    ) -> (record: ModelRecord, predictor: ModelPredictor)? {
        let choice = ModelSelection.choose(family: family, horizon: horizon, champions: champions)
        guard let record = choice.model(for: head), let predictor = predictors[record.id] else { return nil }
        return (record, predictor)
    }

    /// Labelled events behind a model, or of the family where there is none.
    func labelledEvents(family: EventFamily, horizon: Horizon, model: ModelRecord?) -> Int {
        model?.sampleCount ?? labelledEvents[Cell(family: family, horizon: horizon)] ?? 0
    }

    /// Why no model speaks for a family.
    func absence(family: EventFamily, horizon: Horizon) -> NotAppliedReason {
        let cells = [Cell(family: family, horizon: horizon), Cell(family: nil, horizon: horizon)]
        if records.contains(where: { cells.contains($0.cell) && $0.evidence != .none }) {
            return .gateNotPassed
        }
        let most = cells.map { labelledEvents[$0] ?? 0 }.max() ?? 0
        return most < Evidence.experimentalEvents ? .insufficientData : .noModel
    }
}
