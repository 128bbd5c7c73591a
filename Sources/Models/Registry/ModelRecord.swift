public import Market

/// One row of the model registry: what was trained, on what, how well it did, and what became of it.
public struct ModelRecord: Hashable, Sendable {
    /// Name and version, for example `market-echo-sec_8k-5d@1.2.0`.
    public var id: String { "\(cell.modelName)@\(version)" }
    /// The slot.
    public let cell: Cell
    /// The version within the slot.
    public let version: SemanticVersion
    /// SHA-256 of the encoded artefact, 64 hexadecimal digits.
    public let sha256: String
    /// Version of the features that the model reads.
    public let featureSetVersion: String
    /// Version of the labels that it learnt.
    public let labelVersion: String
    /// The last day whose outcomes could be in the training data.
    public let trainingCutOff: TradingDay
    /// Hash of the training data.
    public let dataHash: String
    /// Fingerprint of the training configuration.
    public let configurationFingerprint: String
    /// Seed of the training.
    public let seed: Int
    /// Labelled events that the model rests on.
    public let sampleCount: Int
    /// Companies among them.
    public let companyCount: Int
    /// What the counts amount to.
    public let evidence: Evidence
    /// Everything measured about it.
    public let evaluation: ModelEvaluation
    /// Weight `w` of its predicted impact in the score, 0...1; 0 while the magnitude head is refused.
    public let weight: Double
    /// Heads that passed the gate.
    public let usableHeads: Set<Head>
    /// Every status that it had, oldest first; never empty.
    public internal(set) var history: [StatusChange]

    /// The current status: the last of the history.
    public var status: ModelStatus { history.last?.status ?? .staging }

    /// Creates a record; an empty history is refused.
    public init(
        cell: Cell,
        version: SemanticVersion,
        sha256: String,
        featureSetVersion: String,
        labelVersion: String,
        trainingCutOff: TradingDay,
        dataHash: String,
        configurationFingerprint: String,
        seed: Int,
        sampleCount: Int,
        companyCount: Int,
        evaluation: ModelEvaluation,
        weight: Double,
        usableHeads: Set<Head>,
        history: [StatusChange]
    ) throws(RegistryError) {
        guard !history.isEmpty else { throw .emptyHistory(id: "\(cell.modelName)@\(version)") }
        guard (0...1).contains(weight) else {
            throw .weightOutOfRange(id: "\(cell.modelName)@\(version)", weight: weight)
        }
        self.cell = cell
        self.version = version
        self.sha256 = sha256
        self.featureSetVersion = featureSetVersion
        self.labelVersion = labelVersion
        self.trainingCutOff = trainingCutOff
        self.dataHash = dataHash
        self.configurationFingerprint = configurationFingerprint
        self.seed = seed
        self.sampleCount = sampleCount
        self.companyCount = companyCount
        evidence = Evidence(events: sampleCount, companies: companyCount)
        self.evaluation = evaluation
        self.weight = weight
        self.usableHeads = usableHeads
        self.history = history
    }
}
