import Events
import Market
import Models
import Outcomes
import Scores
import Storage

extension ExportJob {
    private static let predictionColumns = [
        "event_id", "ticker", "event_type", "horizon", "kind", "base_score", "ml_score_adjusted",
        "adjustment",
        "adjustment_limit", "model_family", "model_version", "ml_applied", "ml_not_applied_reason",
        "confidence_level", "confidence", "sample_size_bucket", "predicted_direction", "direction_source",
        "probability_up",
        "predicted_move_pct", "interval_80_lower_pct", "interval_80_upper_pct", "predicted_impact",
        "weight", "baseline_impact", "baseline_probability_up", "fold", "model_id", "direction_model_id",
        "feature_hash", "predicted_at", "made_before_outcome", "data_as_of", "status", "disclaimer",
    ]

    /// The predictions log, sorted by event, horizon, kind and model.
    func predictions(
        _ connection: SQLConnection,
        _ format: ExportFormat,
        _ consume: @escaping ([UInt8]) throws -> Void
    ) throws -> Int {
        var writer = ExportWriter(format: format, columns: Self.predictionColumns, consume: consume)
        var events: [String: MarketEvent] = [:]
        for event in try EventStore(connection).events() { events[event.eventID] = event }
        var labelled: [Cell: Int] = [:]
        for count in try EvaluationStore(connection).labelCounts() {
            guard let horizon = count.horizon else { continue }
            labelled[Cell(family: count.family, horizon: horizon)] = count.events
        }
        let opinions = try BaseScoreStore(connection).all().mapValues(\.direction)
        var models: [String: ModelRecord] = [:]
        for record in try ModelStore(connection).records() { models[record.id] = record }
        let rows = try PredictionStore(connection).rows()
        for row in rows {
            guard let event = events[row.eventID] else { continue }
            let model = (row.modelID ?? row.directionModelID).flatMap { models[$0] }
            try writer.write(
                try fields(
                    row,
                    event: event,
                    model: model,
                    opinion: opinions[row.eventID],
                    labelled: labelled[Cell(family: event.family, horizon: row.horizon)] ?? 0
                )
            )
        }
        try writer.flush()
        return rows.count
    }

    private func fields(
        _ row: PredictionRow,
        event: MarketEvent,
        model: ModelRecord?,
        opinion: String?,
        labelled: Int
    ) throws -> [ExportField] {
        let direction =
            try row.probabilityUp.map { DirectionForecast(probabilityUp: try Probability($0)) }
            ?? DirectionForecast(rules: opinion.flatMap(RuleDirection.init(rawValue:)) ?? .uncertain)
        func percent(_ fraction: Double?) -> ExportField { .number(fraction.map { $0 * 100 }) }
        return [
            .text(row.eventID), .text(event.ticker), .text(event.type.rawValue), .text(row.horizon.code),
            .text(row.kind.rawValue), .number(row.baseScore), .number(row.adjusted), .number(row.adjustment),
            .number(Guardrail.limit), .text(model?.cell.familyName), .text(model?.version.text),
            .integer(row.notAppliedReason == nil ? 1 : 0), .text(row.notAppliedReason),
            .text(direction.confidenceLevel.rawValue), .number(direction.confidence?.value),
            .text(SampleSizeBucket(labelledEvents: model?.sampleCount ?? labelled).rawValue),
            .text(direction.direction.rawValue), .text(direction.source.rawValue),
            .number(row.probabilityUp), percent(row.predictedMove),
            percent(row.intervalLower), percent(row.intervalUpper), .number(row.predictedImpact),
            .number(row.weight), .number(row.baselineImpact), .number(row.baselineProbability),
            .integer(row.fold), .text(row.modelID), .text(row.directionModelID), .text(row.featureHash),
            .text(row.madeAt.iso8601), .integer(madeBeforeOutcome(row, event: event)),
            .text(row.dataAsOf.iso8601), .text(Prediction.status),
            .text(Prediction.disclaimer),
        ]
    }

    /// 1 where a live prediction was made before its outcome's close, the only ones that live accuracy counts; 0 where it
    /// was made later; nil for out-of-sample predictions of training.
    private func madeBeforeOutcome(_ row: PredictionRow, event: MarketEvent) -> Int? {
        guard row.kind == .live,
            let sessions = try? EventSessions(
                knownAt: event.knownAt,
                occurredOn: event.occurredOn,
                timePrecision: event.timePrecision,
                rule: context.settings.outcomeRules.dayPrecision,
                calendar: context.calendar
            )
        else { return nil }
        let outcome = sessions.outcomeSession(row.horizon)
        guard outcome < context.calendar.sessionCount else { return 1 }
        return row.madeAt < context.calendar.closesAt(session: outcome) ? 1 : 0
    }
}
