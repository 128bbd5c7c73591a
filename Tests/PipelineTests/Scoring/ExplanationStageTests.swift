import EngineTestSupport
import Features
import Market
import Models
import Storage
import Testing

@testable import Pipeline

/// Explanations are stored for what stands, once, and completed after an interruption.
@Suite
struct ExplanationStageTests {
    private static func explanations(_ store: Store) throws -> [String] {
        try TableDump.lines("prediction_explanations", of: store)
    }

    private static func job(_ prepared: PreparedWorld, threads: Int = 2) -> ScoreJob {
        var settings = EngineSettings()
        settings.threads = threads
        return ScoreJob(JobContext.test(prepared.store, now: prepared.world.now, settings: settings))
    }

    @Test
    func `every prediction that a model moved is explained, and adds up to its predicted impact`() throws {
        let prepared = try ScoredWorld.copy()
        let applied = try prepared.predictions([.live]).filter { $0.notAppliedReason == nil }
        #expect(applied.count > 500)
        let sums = try prepared.store.read { connection in
            try connection.map(
                """
                SELECT p.predicted_impact, x.bias, x.contributions, x.feature_set_version FROM predictions p
                JOIN prediction_explanations x USING (prediction_id) WHERE p.ml_applied = 1
                """
            ) { row in
                let points = row.floats(2)
                #expect(points.count == FeatureSet.current.count)
                #expect(row.text(3) == FeatureSet.current.version)
                let total = points.reduce(row.double(1)) { $0 + Double($1) }
                return (predicted: row.double(0), total: min(max(total, 0), 100))
            }
        }
        #expect(sums.count == applied.count)
        #expect(sums.allSatisfy { abs($0.predicted - $0.total) < 0.001 })
        #expect(try prepared.count("prediction_explanations") == applied.count)
    }

    @Test
    func `the run reports them, and a second one writes nothing`() throws {
        let (prepared, _) = try TrainedWorld.copy()
        let report = try Self.job(prepared).run()
        #expect(report.explanationsWritten == report.adjusted && report.adjusted > 0)
        let before = try prepared.everythingButRuns()
        let again = try Self.job(prepared).run()
        #expect(again.changes == 0 && again.adjusted == report.adjusted)
        #expect(try prepared.everythingButRuns() == before)
    }

    @Test
    func `what an interrupted run left is completed to the same rows, on any number of threads`() throws {
        let whole = try Self.explanations(ScoredWorld.copy().store)
        for threads in [1, 3] {
            let (prepared, _) = try TrainedWorld.copy()
            let scorer = try Scorer(prepared.context())
            let rows = try scorer.rows(eventIDs: scorer.eventIDs, now: prepared.world.now)
            try prepared.store.write { connection in
                _ = try PredictionStore(connection).append(rows)
                // Explained so far: every third.
                let other = try ScoredWorld.copy().store
                let waiting = try ExplanationStore(connection).missing()
                let done = try other.read { connection in
                    try waiting.enumerated().filter { $0.offset % 3 == 0 }.compactMap {
                        try ExplanationStore(connection).explanation(ofPrediction: $0.element.predictionID)
                    }
                }
                try #require(done.count > 100)
                _ = try ExplanationStore(connection).append(done)
            }
            let report = try Self.job(prepared, threads: threads).run()
            #expect(report.written == 0 && report.explanationsWritten < report.adjusted)
            #expect(try Self.explanations(prepared.store) == whole)
        }
    }

    @Test
    func `predictions of before there were explanations get theirs without a new prediction`() throws {
        let (prepared, _) = try TrainedWorld.copy()
        let scorer = try Scorer(prepared.context())
        let rows = try scorer.rows(eventIDs: scorer.eventIDs, now: prepared.world.now)
        try prepared.store.write { _ = try PredictionStore($0).append(rows) }
        let log = try TableDump.lines("predictions", of: prepared.store)
        let report = try Self.job(prepared).run()
        #expect(report.written == 0 && report.explanationsWritten == report.adjusted)
        #expect(try TableDump.lines("predictions", of: prepared.store) == log)
        let run = try #require(
            try prepared.store.read { try RunStore($0).recent(ofJob: "score", limit: 1).first }
        )
        #expect(run.status == .succeeded)
    }

    @Test
    func `a prediction from other features, of an unknown event or of an unknown model stays without`() throws
    {
        let (prepared, _) = try TrainedWorld.copy()
        let scorer = try Scorer(prepared.context())
        let rows = try scorer.rows(eventIDs: Array(scorer.eventIDs.prefix(60)), now: prepared.world.now)
        try prepared.store.write { _ = try PredictionStore($0).append(rows) }
        var waiting = try prepared.store.read { try ExplanationStore($0).missing() }
        try #require(waiting.count > 10)
        waiting[0].featureHash = "0123456789abcdef"
        waiting[1].eventID = "nobody"
        waiting[2].modelID = "nobody"
        let changed = Set(waiting.prefix(3).map(\.predictionID))
        let stage = try ExplanationStage(prepared.context(), world: scorer.world, waiting: waiting)
        #expect(try stage.run(waiting) == waiting.count - 3)
        let left = try prepared.store.read { try ExplanationStore($0).missing() }
        #expect(Set(left.map(\.predictionID)) == changed)
    }
}
