import Market
public import Models
import Statistics

/// Where the skill of a cell of the map comes from.
public enum SkillSource: String, CaseIterable, Sendable {
    /// The stored decision of the gate on the slot's own model.
    case gate
    /// The gate's test, made here on the walk-forward predictions.
    case computed
    /// There is nothing to test.
    case none
}

/// How many impact points a model surely saves for a family at a horizon: one cell of the map.
///
/// Skill is the mean of (baseline's absolute error - model's) on the same out-of-sample events, against the better of
/// base score and item-group median; the cell is coloured by its one-sided lower 95 % bound.
public struct SkillMapCell: Sendable, Equatable {
    /// The family, or the global slot, and the horizon.
    public let cell: Cell
    /// The slot whose model answers for it; nil without a model.
    public let servedBy: Cell?
    /// Where the numbers come from.
    public let source: SkillSource
    /// The stronger simple rule, `base_score` or `item_group_median`; nil without a test.
    public let against: String?
    /// Impact points saved on average.
    public let savedPoints: Double?
    /// Its one-sided lower bound at 95 %, impact points.
    public let lowerBound: Double?
    /// Probability of such a skill were there none, corrected over all slots by Holm; nil where it was computed here.
    public let adjustedP: Double?
    /// Mean absolute error of the rule, points.
    public let baselineError: Double?
    /// Mean absolute error of the model, points.
    public let modelError: Double?
    /// Events of the test.
    public let n: Int
    /// Companies among them.
    public let companies: Int
    /// Event days among them.
    public let days: Int
    /// Whether the gate let the slot's model pass; nil without a model.
    public let gatePassed: Bool?
    /// Whether the gate let the impact head of the slot's model pass; nil without a model.
    public let impactHeadPassed: Bool?
    /// What the gate said, or why there is no number.
    public let reason: String
}

extension SkillMapCell {
    /// The cell of a slot, from its model's stored decision or else from walk-forward predictions.
    init(
        _ cell: Cell,
        model: ModelRecord?,
        serving: Cell?,
        predictions: [GradedPrediction]
    ) throws(StatisticsError) {
        let decision = model?.evaluation.decision
        var tests: [(name: String, test: SkillTest)] = []
        var source = SkillSource.none
        if serving == cell, let magnitude = decision?.magnitude, magnitude.againstBaseline != nil {
            tests = [
                ("base_score", magnitude.againstBaseline),
                ("item_group_median", magnitude.againstItemGroupMedian),
            ].compactMap { name, test in test.map { (name, $0) } }
            source = .gate
        } else {
            tests = try Self.tests(cell, predictions)
            source = tests.isEmpty ? .none : .computed
        }
        let stronger = tests.min { $0.test.baselineLoss < $1.test.baselineLoss }
        self.init(
            cell: cell,
            servedBy: serving,
            source: source,
            against: stronger?.name,
            savedPoints: stronger?.test.meanSkill,
            lowerBound: stronger?.test.lowerBound,
            adjustedP: source == .gate ? stronger?.test.adjustedP : nil,
            baselineError: stronger?.test.baselineLoss,
            modelError: stronger?.test.modelLoss,
            n: stronger?.test.n ?? 0,
            companies: stronger?.test.companies ?? 0,
            days: stronger?.test.days ?? 0,
            gatePassed: decision?.passed,
            impactHeadPassed: decision?.magnitude.passed,
            reason: Self.reason(decision, serving: serving, isTested: stronger != nil)
        )
    }

    private static func reason(_ decision: GateDecision?, serving: Cell?, isTested: Bool) -> String {
        if let decision { return decision.reason }
        guard let serving else { return "no model" }
        return isTested ? "served by \(serving.key)" : "served by \(serving.key), too few predictions to test"
    }

    /// The gate's test against both rules on the events that all three have an answer for.
    private static func tests(
        _ cell: Cell,
        _ predictions: [GradedPrediction]
    ) throws(StatisticsError) -> [(name: String, test: SkillTest)] {
        let rows = predictions.filter { ImpactFigures.isGraded($0) && $0.itemGroupMedian != nil }
            .sorted {
                ($0.reactionSession, $0.ticker, $0.eventID) < ($1.reactionSession, $1.ticker, $1.eventID)
            }
        guard rows.count >= AccuracyTable.minimumEvents else { return [] }
        func losses(_ answer: (GradedPrediction) -> Double?) -> [Double] {
            rows.map { abs((answer($0) ?? 0) - ($0.realizedImpact ?? 0)) }
        }
        let rules: [(String, [Double])] = [
            ("base_score", losses(\.baseScore)), ("item_group_median", losses(\.itemGroupMedian)),
        ]
        let model = losses(\.predictedImpact)
        var tests: [(name: String, test: SkillTest)] = []
        for (name, baseline) in rules {
            let test = try SkillTest.compare(
                baseline: baseline,
                model: model,
                days: rows.map(\.reactionSession),
                tickers: rows.map(\.ticker),
                horizonSessions: cell.horizon.sessions,
                level: 0.05
            )
            if let test { tests.append((name, test)) }
        }
        return tests
    }
}
