import Foundation
import Logging
import Market
import Pipeline
import Storage

/// Scores in a warm process: one event at a time with its explanation, and a batch.
struct ScoreBench {
    private static let singles = 1000
    private static let batch = 10_000
    private let scorer: Scorer
    private let eventIDs: [String]
    private let now: UTCInstant

    init(database: String) throws {
        let now = UTCInstant(secondsSinceEpoch: Int64(Date().timeIntervalSince1970))
        let context = JobContext(
            store: try Store(path: database, create: false),
            now: { now },
            logger: Logger(label: "bench")
        )
        self.now = now
        scorer = try Scorer(context)
        // A seventh apart, so that companies and years alternate.
        let all = scorer.eventIDs
        eventIDs = (0..<Self.batch).map { all[$0 * 7919 % all.count] }
    }

    /// One pass: 1,000 single events at all horizons, then 10,000 events at all horizons at once.
    func pass() throws -> [(name: String, value: Double)] {
        var slowest = 0.0
        let single = try Elapsed.measure {
            for eventID in eventIDs.prefix(Self.singles) {
                let one = try Elapsed.measure { _ = try scorer.predictions(eventID: eventID, now: now) }
                slowest = max(slowest, one.wall)
            }
        }
        var rows = 0
        let batch = try Elapsed.measure {
            rows = try scorer.rows(eventIDs: eventIDs, now: now).count
        }
        return [
            ("single_cpu", single.cpu / Double(Self.singles)),
            ("single_wall", single.wall / Double(Self.singles)),
            ("single_slowest", slowest), ("batch_cpu", batch.cpu), ("batch_wall", batch.wall),
            ("batch_rows", Double(rows)),
        ]
    }
}
