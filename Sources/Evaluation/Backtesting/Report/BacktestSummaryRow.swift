public import Models

/// The figures of one slot's predictions that were made in one way: those of the monitoring report, side by side.
public struct BacktestSummaryRow: Sendable, Equatable {
    /// The slot.
    public let cell: Cell
    /// How the predictions came to be made.
    public let kind: SampleKind
    /// The slot's champion or newest model; nil where none was trained.
    public let modelID: String?
    /// Its version.
    public let modelVersion: String?
    /// Its status.
    public let modelStatus: ModelStatus?
    /// Graded predictions.
    public let n: Int
    /// Companies among them.
    public let companies: Int
    /// Event days among them.
    public let days: Int
    /// Share of sides that were right.
    public let accuracy: Figure?
    /// The same where the score was moved by at least the threshold.
    public let highConfidenceAccuracy: Figure?
    /// Mean absolute error of predicted impact, points.
    public let impactError: Figure?
    /// Rank correlation of predicted and realized impact.
    public let rankCorrelation: Figure?
    /// Share of abnormal returns inside their 80 % range.
    public let rangeCoverage: Figure?
    /// Whether the gate let the model pass; nil without a model.
    public let gatePassed: Bool?
    /// Why, or why not.
    public let gateReason: String?
    /// The slot's badge and why.
    public let health: HealthAssessment

    /// Mean absolute error of the base score on the same events, points.
    public var baseScoreError: Double? { impactError?.baseline(named: "base_score")?.value }

    /// Mean absolute error of item-group medians on the same events, points.
    public var itemGroupError: Double? { impactError?.baseline(named: "item_group_median")?.value }
}

extension BacktestSummaryRow {
    /// The row of a sample of the monitoring report.
    init(_ cell: CellReport, _ sample: SampleReport) {
        self.init(
            cell: cell.cell,
            kind: sample.kind,
            modelID: cell.model?.id,
            modelVersion: cell.model?.version.text,
            modelStatus: cell.model?.status,
            n: sample.n,
            companies: sample.companies,
            days: sample.days,
            accuracy: sample.direction?.accuracy,
            highConfidenceAccuracy: sample.direction?.highConfidenceAccuracy,
            impactError: sample.impact?.errorPoints,
            rankCorrelation: sample.impact?.rankCorrelation,
            rangeCoverage: sample.range?.coverage,
            gatePassed: cell.model?.evaluation.decision.passed,
            gateReason: cell.model?.evaluation.decision.reason,
            health: cell.health
        )
    }
}
