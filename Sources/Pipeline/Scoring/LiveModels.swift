import Events
import Features
import Market
import Models
import Outcomes
import Scores
import Storage

/// The models that speak for events right now, loaded once per job.
struct LiveModels {
    private let voices: [Cell: LiveVoice]
    private let silent = LiveVoice(magnitude: nil, direction: nil, labelledEvents: 0, absence: .noModel)

    /// Loads the champions and how many labelled events each family has.
    init(_ connection: SQLConnection, outcomes: [StoredOutcome]) throws {
        let store = ModelStore(connection)
        let records = try store.records()
        let champions = records.filter { $0.status == .champion }
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
        var counts: [Cell: Int] = [:]
        for label in outcomes {
            counts[Cell(family: label.outcome.type.family, horizon: label.outcome.horizon), default: 0] += 1
            counts[Cell(family: nil, horizon: label.outcome.horizon), default: 0] += 1
        }
        var voices: [Cell: LiveVoice] = [:]
        for family in EventFamily.allCases {
            for horizon in Horizon.allCases {
                let cell = Cell(family: family, horizon: horizon)
                let choice = ModelSelection.choose(family: family, horizon: horizon, champions: champions)
                let magnitude = LiveVoice.Model(choice.model(for: .magnitude), predictors)
                voices[cell] = LiveVoice(
                    magnitude: magnitude,
                    direction: LiveVoice.Model(choice.model(for: .direction), predictors),
                    labelledEvents: magnitude?.record.sampleCount ?? counts[cell] ?? 0,
                    absence: Self.absence(of: cell, records: records, counts: counts)
                )
            }
        }
        self.voices = voices
    }

    /// What speaks for a family at a horizon.
    func voice(family: EventFamily, horizon: Horizon) -> LiveVoice {
        voices[Cell(family: family, horizon: horizon)] ?? silent
    }

    /// Why no model speaks for a family.
    private static func absence(
        of cell: Cell,
        records: [ModelRecord],
        counts: [Cell: Int]
    ) -> NotAppliedReason {
        let cells = [cell, Cell(family: nil, horizon: cell.horizon)]
        if records.contains(where: { cells.contains($0.cell) && $0.evidence != .none }) {
            return .gateNotPassed
        }
        let most = cells.map { counts[$0] ?? 0 }.max() ?? 0
        return most < Evidence.experimentalEvents ? .insufficientData : .noModel
    }
}

/// What speaks for one family at one horizon; shared by all scores that it gives, since records are large.
final class LiveVoice: Sendable {
    /// A loaded champion.
    struct Model {
        let id: String
        let record: ModelRecord
        let predictor: ModelPredictor

        init?(_ record: ModelRecord?, _ predictors: [String: ModelPredictor]) {
            guard let record, let predictor = predictors[record.id] else { return nil }
            id = record.id
            self.record = record
            self.predictor = predictor
        }
    }

    /// The model of the magnitude head; nil where rules alone speak.
    let magnitude: Model?
    /// The model of the direction head; nil where none passed.
    let direction: Model?
    /// Whether one model gives both.
    let isOneModel: Bool
    /// Labelled events behind the magnitude model, or of the family where there is none.
    let labelledEvents: Int
    /// Why no magnitude model speaks, where none does.
    let absence: NotAppliedReason

    init(magnitude: Model?, direction: Model?, labelledEvents: Int, absence: NotAppliedReason) {
        self.magnitude = magnitude
        self.direction = direction
        isOneModel = magnitude?.id == direction?.id
        self.labelledEvents = labelledEvents
        self.absence = absence
    }
}
