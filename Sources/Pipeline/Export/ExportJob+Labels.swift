import Events
import Market
import Outcomes
import Storage

extension ExportJob {
    private static let labelColumns = [
        "event_id", "ticker", "family", "event_type", "horizon", "status", "base_session", "outcome_session",
        "stock_return", "benchmark_return", "abnormal_return", "label_direction", "label_magnitude",
        "realized_impact", "label_version", "trained_version", "recorded_at",
    ]

    /// Every attempt: labels with `status` `labelled`, the others with their skip reason.
    func labels(
        _ connection: SQLConnection,
        _ format: ExportFormat,
        _ consume: @escaping ([UInt8]) throws -> Void
    ) throws -> Int {
        var writer = ExportWriter(format: format, columns: Self.labelColumns, consume: consume)
        let store = OutcomeStore(connection, calendar: context.calendar)
        var labels: [OutcomeKey: StoredOutcome] = [:]
        for label in try store.outcomes() { labels[label.key] = label }
        var count = 0
        for (ticker, subjects) in try EventStore(connection).labelSubjects() {
            let skips = try store.skips(ofTicker: ticker)
            for subject in subjects {
                for horizon in Horizon.allCases {
                    let key = OutcomeKey(eventID: subject.eventID, horizon: horizon)
                    let head: [ExportField] = [
                        .text(subject.eventID), .text(ticker), .text(subject.type.family.rawValue),
                        .text(subject.type.rawValue), .text(horizon.code),
                    ]
                    if let label = labels[key] {
                        try writer.write(head + fields(label))
                    } else if let reason = skips[key]?.reason {
                        let blanks = [ExportField](repeating: .text(nil), count: 11)
                        try writer.write(head + [.text(reason.rawValue)] + blanks)
                    } else {
                        continue
                    }
                    count += 1
                }
            }
        }
        try writer.flush()
        return count
    }

    private func fields(_ label: StoredOutcome) -> [ExportField] {
        let outcome = label.outcome
        return [
            .text("labelled"), .text(context.calendar.day(ofSession: outcome.baseSession).iso8601),
            .text(context.calendar.day(ofSession: outcome.outcomeSession).iso8601),
            .number(outcome.stockReturn), .number(outcome.benchmarkReturn), .number(outcome.abnormalReturn),
            .integer(outcome.direction), .number(outcome.magnitude), .number(outcome.realizedImpact),
            .text(label.labelVersion), .text(label.trainedVersion), .text(label.recordedAt.iso8601),
        ]
    }
}
