public import Models

/// What is known about one slot: its model, its standing and its figures.
public struct CellReport: Sendable, Equatable {
    /// The slot.
    public let cell: Cell
    /// The champion, or the latest model where there is none; nil where none was trained.
    public let model: ModelRecord?
    /// Labelled events, companies and days of the slot.
    public let labelled: LabelledCount
    /// The badge and why.
    public let health: HealthAssessment
    /// Figures by the way that predictions were made; only ways with graded predictions.
    public let samples: [SampleReport]

    /// The figures of one way; nil without graded predictions.
    public func sample(_ kind: SampleKind) -> SampleReport? { samples.first { $0.kind == kind } }
}
