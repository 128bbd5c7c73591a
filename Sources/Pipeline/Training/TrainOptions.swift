public import Models

/// What to train.
public struct TrainOptions: Sendable, Equatable {
    /// Show what would be trained and why, train and write nothing.
    public var dryRun: Bool
    /// Cells to train; nil for every family with enough rows and the global ones.
    public var cells: [Cell]?

    /// Creates options.
    public init(dryRun: Bool = false, cells: [Cell]? = nil) {
        self.dryRun = dryRun
        self.cells = cells
    }
}

/// What a training run did with one cell.
public struct TrainedCell: Sendable {
    /// The cell.
    public var cell: Cell
    /// Labelled events.
    public var samples: Int
    /// Companies among them.
    public var companies: Int
    /// How much data there is.
    public var evidence: Evidence
    /// The new version; nil where none was made.
    public var modelID: String?
    /// Whether it became champion.
    public var promoted: Bool
    /// Weight of its impact in the adjustment.
    public var weight: Double
    /// What happened and why, one sentence.
    public var reason: String
    /// The gate's decision; nil where nothing was trained.
    public var decision: GateDecision?
}

/// What a training run did.
public struct TrainReport: Sendable {
    /// Cells, sorted.
    public var cells: [TrainedCell] = []
    /// Whether nothing was trained or written by intent.
    public var dryRun = false

    /// Whether no new version came of it.
    public var isNothingToDo: Bool { cells.allSatisfy { $0.modelID == nil } }
}
