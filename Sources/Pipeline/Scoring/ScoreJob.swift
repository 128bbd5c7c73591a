import Events
import Features
import Market
import Models
public import Scores
import Storage

/// What a scoring run did.
public struct ScoreReport: Sendable, Equatable {
    /// Events that were scored.
    public var events = 0
    /// Predictions appended to the log.
    public var written = 0
    /// Predictions whose score a model adjusted.
    public var adjusted = 0
    /// Predictions left at the base score, by reason.
    public var notApplied: [NotAppliedReason: Int] = [:]
    /// Base scores that changed.
    public var baseScoresWritten = 0
    /// Predictions of an earlier run that stand again, as after a rollback.
    public var restored = 0
    /// Explanations stored.
    public var explanationsWritten = 0

    /// Everything that was written.
    public var changes: Int { written + baseScoresWritten + restored + explanationsWritten }
}

/// Why an event cannot be scored.
public enum ScoreJobError: Error, Equatable, CustomStringConvertible {
    /// No event has that key.
    case unknownEvent(String)

    /// The error with what is accepted.
    public var description: String {
        switch self {
        case .unknownEvent(let key):
            "no event '\(key)' is stored; accepted are the keys that 'market-echo export events' lists"
        }
    }
}

/// The scoring job: base scores and model predictions for all events, appended to the log.
public struct ScoreJob: Sendable {
    private let context: JobContext
    /// Events whose features are in memory at a time.
    private static let block = 2000

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Scores every event at every horizon; what the log holds already is not written again.
    public func run(arguments: String = "") throws -> ScoreReport {
        try context.recorded(job: "score", arguments: arguments) {
            let report = try score()
            return JobResult(
                report: report,
                status: report.changes == 0 ? .nothingToDo : .succeeded,
                message:
                    "\(report.written) predictions and \(report.explanationsWritten) explanations written"
            )
        }.report
    }

    /// The predictions of one event at all horizons, with their explanations; nothing is written.
    public func predictions(eventID: String) throws -> PredictionSet {
        try Scorer(context).predictions(eventID: eventID, now: context.now())
    }

    private func score() throws -> ScoreReport {
        let now = context.now()
        let scorer = try Scorer(context)
        let eventIDs = scorer.eventIDs
        var report = ScoreReport()
        report.events = eventIDs.count
        var rows: [PredictionRow] = []
        for start in stride(from: 0, to: eventIDs.count, by: Self.block) {
            let block = Array(eventIDs[start..<min(start + Self.block, eventIDs.count)])
            rows += try scorer.rows(eventIDs: block, now: now)
            context.progress(
                ProgressUpdate(
                    stage: "scores",
                    done: start + block.count,
                    total: eventIDs.count,
                    detail: block.last ?? ""
                )
            )
        }
        for row in rows {
            if let reason = row.notAppliedReason.flatMap(NotAppliedReason.init(rawValue:)) {
                report.notApplied[reason, default: 0] += 1
            } else {
                report.adjusted += 1
            }
        }
        let scored = rows
        report.written = try context.store.write { connection in
            report.baseScoresWritten = try BaseScoreStore(connection).upsert(
                scorer.world.storedBaseScores,
                now: now
            )
            let appended = try PredictionStore(connection).appendAndStand(scored)
            report.restored = appended.restored
            return appended.written
        }
        let waiting = try context.store.read { try ExplanationStore($0).missing() }
        report.explanationsWritten = try ExplanationStage(context, world: scorer.world, waiting: waiting)
            .run(waiting)
        return report
    }
}
