import EngineTestSupport
import Events
import Market
import Outcomes
import Pipeline
import Scores
import Storage
import Testing

/// What is read from the log is what the scorer says.
@Suite
struct LoggedScoreTests {
    @Test
    func `a prediction from the log equals the scorer's, contributions to a thousandth of a point`() throws {
        let prepared = try ScoredWorld.copy()
        let reader = StoredPredictions(store: prepared.store, features: ScoredWorld.features)
        let scorer = try Scorer(prepared.context())
        let keys = scorer.eventIDs.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
        let batch = try reader.predictions(eventIDs: Array(keys.prefix(500)))
        var applied = 0
        for (key, stored) in zip(keys, batch) {
            guard case .scored(let event) = stored else {
                Issue.record("\(key) is \(stored)")
                continue
            }
            #expect(stored == (try reader.prediction(eventID: key)))
            let live = try scorer.predictions(eventID: key, now: prepared.world.now)
            for (logged, expected) in zip(event.predictions.predictions, live.predictions) {
                #expect(try Self.unsplit(logged) == Self.unsplit(expected))
                let points = Self.points(logged)
                let expectedPoints = Self.points(expected)
                #expect(points.keys.sorted() == expectedPoints.keys.sorted())
                #expect(points.allSatisfy { abs($1 - (expectedPoints[$0] ?? .infinity)) < 0.001 })
                #expect(event.splits[logged.horizon] == (logged.score.isApplied ? .complete : .notApplied))
                if logged.score.isApplied { applied += 1 }
            }
            #expect(event.predictions.predictions.count == live.predictions.count)
        }
        #expect(applied > 50)
    }

    /// The prediction with its adjustment as one term.
    private static func unsplit(_ prediction: Prediction) throws -> Prediction {
        let whole = Contribution(feature: "all", group: "all", points: prediction.score.adjustment.value)
        return try Prediction(
            eventID: prediction.eventID,
            ticker: prediction.ticker,
            eventType: prediction.eventType,
            horizon: prediction.horizon,
            kind: prediction.kind,
            score: prediction.score,
            baseBreakdown: prediction.baseBreakdown,
            rulesVersion: prediction.rulesVersion,
            model: prediction.model,
            labelledEvents: prediction.labelledEvents,
            direction: prediction.direction,
            predictedMove: prediction.predictedMove,
            interval80: prediction.interval80,
            contributions: prediction.score.isApplied ? [whole] : [],
            featureHash: prediction.featureHash,
            predictedAt: prediction.predictedAt,
            dataAsOf: prediction.dataAsOf
        )
    }

    private static func points(_ prediction: Prediction) -> [String: Double] {
        Dictionary(prediction.contributions.map { ($0.feature, $0.points) }) { $0 + $1 }
    }

    @Test
    func `rows of a list hold the predictions and labels that are stored`() throws {
        let prepared = try ScoredWorld.copy()
        let page = try prepared.store.read {
            try EventReader($0).page(try EventQuery(families: [.earnings], isLabelled: true, limit: 50))
        }
        #expect(page.rows.count == 50 && page.next != nil)
        let outcomes = try prepared.outcomes()
        let reader = StoredPredictions(store: prepared.store, features: ScoredWorld.features)
        for row in page.rows {
            let set = try #require(try reader.prediction(eventID: row.event.eventID).predictions)
            #expect(row.predictions.map(\.adjusted) == set.predictions.map(\.score.adjusted.value))
            #expect(row.predictions.map(\.reason) == set.predictions.map(\.score.reason))
            #expect(row.predictions.map { $0.model?.id } == set.predictions.map { $0.model?.id })
            #expect(row.predictions.map(\.madeAt) == set.predictions.map(\.predictedAt))
            #expect(row.base?.score == set.predictions.first?.score.base.value)
            for label in row.labels {
                let key = OutcomeKey(eventID: row.event.eventID, horizon: label.horizon)
                let outcome = try #require(outcomes[key]?.outcome)
                #expect(label.abnormalReturn == outcome.abnormalReturn)
                #expect(label.realizedImpact == outcome.realizedImpact)
            }
            #expect(row.labels.count == outcomes.keys.count { $0.eventID == row.event.eventID })
        }
    }

    @Test
    func `an import after scoring is told apart until the next scoring`() throws {
        let prepared = try ScoredWorld.copy()
        let reader = StoredPredictions(store: prepared.store, features: ScoredWorld.features)
        let old = try #require(prepared.world.events.first { $0.items == ["5.02"] })
        // Its items are corrected, and with them its base score.
        var corrected = old
        corrected.items = ["5.02", "8.01"]
        try prepared.importEvents([corrected])
        guard case .outdated(let outdated) = try reader.prediction(eventID: old.eventID) else {
            Issue.record("\(try reader.prediction(eventID: old.eventID))")
            return
        }
        #expect(
            outdated.loggedBaseScores.count == 3
                && outdated.storedBaseScore != outdated.loggedBaseScores[.oneDay]
        )
        _ = try ScoreJob(prepared.context(at: prepared.world.now.advanced(bySeconds: 60))).run()
        let base = try reader.prediction(eventID: old.eventID).predictions?.predictions.map(
            \.score.base.value
        )
        #expect(Set(base ?? []) == [outdated.storedBaseScore])
    }
}
