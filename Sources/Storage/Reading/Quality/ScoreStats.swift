public import Events
public import Market
public import Scores

/// The current live predictions in numbers.
public struct ScoreStats: Sendable, Equatable {
    /// Counts by family, horizon, model and reason, sorted.
    public var rows: [ScoreStatsRow]
    /// Applied adjustments by horizon, in steps of `AdjustmentStep.width` points; every step from -20 to 20 is there.
    public var adjustments: [Horizon: [AdjustmentStep]]

    /// Current predictions in all.
    public var predictions: Int { rows.reduce(0) { $0 + $1.predictions } }
    /// Those that a model adjusted.
    public var applied: Int { rows.reduce(0) { $0 + ($1.reason == nil ? $1.predictions : 0) } }
}

/// Current predictions that have family, horizon, model and reason in common.
public struct ScoreStatsRow: Sendable, Equatable {
    /// Family of the events.
    public var family: EventFamily
    /// The horizon.
    public var horizon: Horizon
    /// The model consulted; nil for rules only.
    public var model: ModelReference?
    /// Why the model was not applied; nil where it was.
    public var reason: NotAppliedReason?
    /// How many.
    public var predictions: Int
    /// Mean adjustment, points; 0 where no model was applied.
    public var meanAdjustment: Double
    /// Mean size of the adjustment, points.
    public var meanAbsoluteAdjustment: Double
    /// Smallest adjustment, points.
    public var least: Double
    /// Largest adjustment, points.
    public var most: Double
}

/// Applied adjustments from `lower` up to, not including, the next step; the last step includes the limit of 20 points.
public struct AdjustmentStep: Sendable, Equatable {
    /// Width of a step, points.
    public static let width = 2.0
    /// Where the step begins, points.
    public var lower: Double
    /// How many adjustments lie in it.
    public var count: Int
}

/// Counts current live predictions.
public struct ScoreStatsReader {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// All counts, in one walk over the current predictions.
    public func stats() throws -> ScoreStats {
        var groups: [Group: Totals] = [:]
        var steps: [Horizon: [Int]] = [:]
        let count = Int(2 * Guardrail.limit / AdjustmentStep.width)
        let sql = """
            SELECT e.family, c.horizon, m.model_id, m.family, m.version, p.ml_not_applied_reason,
                CASE WHEN p.ml_applied THEN
                    min(cast((p.adjustment + $1) / $2 AS INTEGER), $3) END AS step,
                count(*), sum(p.adjustment), sum(abs(p.adjustment)), min(p.adjustment), max(p.adjustment)
            FROM current_predictions c CROSS JOIN predictions p ON p.prediction_id = c.prediction_id
            CROSS JOIN events e ON e.event_id = c.event_id
            LEFT JOIN model_registry m ON m.model_id = coalesce(p.model_id, p.direction_model_id)
            GROUP BY e.family, c.horizon, coalesce(p.model_id, p.direction_model_id), p.ml_not_applied_reason, step
            """
        let values: [SQLValue] = [
            .real(Guardrail.limit), .real(AdjustmentStep.width), .integer(count - 1),
        ]
        try connection.forEach(sql, values) { row in
            let horizon = try row.horizon(1)
            var model: ModelReference?
            if let id = row.optionalText(2) {
                model = ModelReference(id: id, family: row.text(3), version: row.text(4))
            }
            let group = Group(
                family: try row.value(0, as: EventFamily.self),
                horizon: horizon,
                model: model,
                reason: row.isNull(5) ? nil : try row.value(5, as: NotAppliedReason.self)
            )
            groups[group, default: Totals()].add(row)
            guard !row.isNull(6) else { return }
            steps[horizon, default: Array(repeating: 0, count: count)][row.integer(6)] += row.integer(7)
        }
        return ScoreStats(
            rows: groups.map { $1.row(of: $0) }.sorted(by: Self.isBefore),
            adjustments: steps.mapValues { counts in
                counts.enumerated().map { index, count in
                    AdjustmentStep(
                        lower: Double(index) * AdjustmentStep.width - Guardrail.limit,
                        count: count
                    )
                }
            }
        )
    }

    private static func isBefore(_ first: ScoreStatsRow, _ second: ScoreStatsRow) -> Bool {
        func key(_ row: ScoreStatsRow) -> (EventFamily, Horizon, String, String) {
            (row.family, row.horizon, row.model?.id ?? "", row.reason?.rawValue ?? "")
        }
        return key(first) < key(second)
    }

    private struct Group: Hashable {
        let family: EventFamily
        let horizon: Horizon
        let model: ModelReference?
        let reason: NotAppliedReason?
    }

    private struct Totals {
        var count = 0
        var sum = 0.0
        var absolute = 0.0
        var least = Double.infinity
        var most = -Double.infinity

        mutating func add(_ row: SQLRow) {
            count += row.integer(7)
            sum += row.double(8)
            absolute += row.double(9)
            least = min(least, row.double(10))
            most = max(most, row.double(11))
        }

        func row(of group: Group) -> ScoreStatsRow {
            ScoreStatsRow(
                family: group.family,
                horizon: group.horizon,
                model: group.model,
                reason: group.reason,
                predictions: count,
                meanAdjustment: sum / Double(count),
                meanAbsoluteAdjustment: absolute / Double(count),
                least: least,
                most: most
            )
        }
    }
}
