public import Events
public import Market
public import Scores

/// The current live predictions in numbers.
public struct ScoreStats: Sendable, Equatable {
    /// Counts by family, horizon, model and reason, sorted.
    public var rows: [ScoreStatsRow]
    /// Applied adjustments by horizon, in steps of `AdjustmentStep.width` points; every step from -20 to 20 is there.
    public var adjustments: [Horizon: [AdjustmentStep]]

    /// Creates a value from its fields.
    public init(rows: [ScoreStatsRow], adjustments: [Horizon: [AdjustmentStep]]) {
        self.rows = rows
        self.adjustments = adjustments
    }

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

    /// Creates a value from its fields.
    public init(
        family: EventFamily,
        horizon: Horizon,
        model: ModelReference? = nil,
        reason: NotAppliedReason? = nil,
        predictions: Int,
        meanAdjustment: Double,
        meanAbsoluteAdjustment: Double,
        least: Double,
        most: Double
    ) {
        self.family = family
        self.horizon = horizon
        self.model = model
        self.reason = reason
        self.predictions = predictions
        self.meanAdjustment = meanAdjustment
        self.meanAbsoluteAdjustment = meanAbsoluteAdjustment
        self.least = least
        self.most = most
    }
}

/// Applied adjustments from `lower` up to, not including, the next step; the last step includes the limit of 20 points.
public struct AdjustmentStep: Sendable, Equatable {
    /// Width of a step, points.
    public static let width = 2.0
    /// Where the step begins, points.
    public var lower: Double
    /// How many adjustments lie in it.
    public var count: Int

    /// Creates a value from its fields.
    public init(lower: Double, count: Int) {
        self.lower = lower
        self.count = count
    }
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
            SELECT g.family, g.horizon, m.model_id, m.family, m.version, g.reason, g.step, g.n, g.total, g.absolute,
                g.least, g.most
            FROM (SELECT e.family, c.horizon, coalesce(p.model_id, p.direction_model_id) AS model_id,
                    p.ml_not_applied_reason AS reason,
                    CASE WHEN p.ml_applied THEN min(cast((p.adjustment + $1) / $2 AS INTEGER), $3) END AS step,
                    count(*) AS n, sum(p.adjustment) AS total, sum(abs(p.adjustment)) AS absolute,
                    min(p.adjustment) AS least, max(p.adjustment) AS most
                FROM events e CROSS JOIN current_predictions c ON c.event_id = e.event_id
                CROSS JOIN predictions p ON p.prediction_id = c.prediction_id
                GROUP BY 1, 2, 3, 4, 5) g
            LEFT JOIN model_registry m ON m.model_id = g.model_id
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
