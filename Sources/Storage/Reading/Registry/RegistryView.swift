public import Market
public import Models

/// The model registry as it is shown: every version with its history, and what the gate said.
public struct RegistryView: Sendable, Equatable {
    /// Every version, by family, horizon and age.
    public var models: [RegisteredModel]
    /// The latest decisions on slots that gave no version, by slot and head.
    public var refusals: [GateRecord]

    /// Creates a value from its fields.
    public init(models: [RegisteredModel], refusals: [GateRecord]) {
        self.models = models
        self.refusals = refusals
    }

    /// The version with a key; nil where there is none.
    public func model(_ id: String) -> RegisteredModel? { models.first { $0.record.id == id } }

    /// The model in use of a slot; nil where there is none.
    public func champion(of cell: Cell) -> RegisteredModel? {
        models.first { $0.record.cell == cell && $0.record.status == .champion }
    }
}

/// A version with what the gate said about it.
public struct RegisteredModel: Sendable, Equatable {
    /// The record with its status history.
    public var record: ModelRecord
    /// When it was stored.
    public var createdAt: UTCInstant
    /// Size of the artefact, bytes.
    public var artefactBytes: Int
    /// Every decision on it, oldest first.
    public var decisions: [GateRecord]

    /// Creates a value from its fields.
    public init(record: ModelRecord, createdAt: UTCInstant, artefactBytes: Int, decisions: [GateRecord]) {
        self.record = record
        self.createdAt = createdAt
        self.artefactBytes = artefactBytes
        self.decisions = decisions
    }
}

/// A decision of the gate on one head.
public struct GateRecord: Sendable, Equatable {
    /// Number of the decision.
    public var id: Int
    /// The model; nil where the slot gave none.
    public var modelID: String?
    /// The slot.
    public var cell: Cell
    /// The head.
    public var head: Head
    /// Whether the head may be used.
    public var passed: Bool
    /// Why.
    public var reason: String
    /// The tests behind it.
    public var decision: HeadDecision
    /// When it was made.
    public var decidedAt: UTCInstant

    /// Creates a value from its fields.
    public init(
        id: Int,
        modelID: String? = nil,
        cell: Cell,
        head: Head,
        passed: Bool,
        reason: String,
        decision: HeadDecision,
        decidedAt: UTCInstant
    ) {
        self.id = id
        self.modelID = modelID
        self.cell = cell
        self.head = head
        self.passed = passed
        self.reason = reason
        self.decision = decision
        self.decidedAt = decidedAt
    }
}
