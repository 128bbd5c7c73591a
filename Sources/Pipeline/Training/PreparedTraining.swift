import Features
import Market
import Models
import Outcomes
import Storage

/// Everything that a training run starts from.
struct PreparedTraining {
    /// The base scores that the data sets hold.
    let baseScores: [StoredBaseScore]
    let datasets: [Dataset]
    let configuration: TrainingConfiguration
    let cells: [Cell]
    let records: [ModelRecord]
    /// What each cell's next version would be, or that it has one for this data already.
    let versions: [Cell: VersionDecision]
    /// The out-of-sample predictions of the current champions.
    let champions: [Cell: ChampionPredictions]

    init(
        world: EngineWorld,
        store: ModelStore,
        predictions: PredictionStore,
        settings: EngineSettings,
        cells requested: [Cell]?
    ) throws {
        // The world itself is not kept: training needs its memory.
        baseScores = world.storedBaseScores
        let datasets = try world.datasets()
        let configuration = TrainingConfiguration(seed: settings.seed)
        let records = try store.records()
        let cells = requested ?? Self.cells(of: datasets)
        self.datasets = datasets
        self.configuration = configuration
        self.records = records
        self.cells = cells
        var versions: [Cell: VersionDecision] = [:]
        var champions: [Cell: ChampionPredictions] = [:]
        for cell in cells {
            let data = Self.dataset(of: cell, in: datasets)
            versions[cell] = ModelRegistry.nextVersion(
                after: records.filter { $0.cell == cell },
                dataHash: data.dataHash,
                configurationFingerprint: configuration.fingerprint,
                featureSetVersion: data.featureSetVersion,
                labelVersion: data.labelVersion
            )
            // A champion of other features or labels cannot score, so it does not stand in a challenger's way.
            guard let champion = ModelRegistry.champion(of: cell, in: records),
                champion.featureSetVersion == data.featureSetVersion,
                champion.labelVersion == data.labelVersion
            else { continue }
            champions[cell] = ChampionPredictions(
                champion,
                rows: try predictions.rows(ofModel: champion.id, kinds: [.walkForward, .lockBox])
            )
        }
        self.versions = versions
        self.champions = champions
    }

    /// The rows of one cell.
    func dataset(of cell: Cell) -> Dataset { Self.dataset(of: cell, in: datasets) }

    private static func dataset(of cell: Cell, in datasets: [Dataset]) -> Dataset {
        let index = Horizon.allCases.firstIndex(of: cell.horizon) ?? 0
        return datasets[index].selecting(family: cell.family)
    }

    /// Every family that has labels, and the global cell, at every horizon.
    private static func cells(of datasets: [Dataset]) -> [Cell] {
        datasets.flatMap { data in
            Set(data.rows.map(\.family)).map { Cell(family: $0, horizon: data.horizon) }
                + [Cell(family: nil, horizon: data.horizon)]
        }.sorted()
    }
}

extension ChampionPredictions {
    /// Takes a champion's stored out-of-sample predictions, by event.
    init(_ champion: ModelRecord, rows: [PredictionRow]) {
        var byEvent: [String: Prediction] = [:]
        for row in rows {
            byEvent[row.eventID] = Prediction(
                impact: row.predictedImpact,
                probabilityUp: row.probabilityUp
            )
        }
        self.init(modelID: champion.id, usableHeads: champion.usableHeads, byEvent: byEvent)
    }
}

extension VersionDecision {
    /// Whether a new version would be made.
    var isNew: Bool {
        if case .new = self { return true }
        return false
    }

    /// What would happen, in one sentence.
    var explanation: String {
        switch self {
        case .unchanged(let record): "\(record.id) was trained on the same data; nothing to do"
        case .new(let version, let reason): "version \(version): \(reason)"
        }
    }
}
