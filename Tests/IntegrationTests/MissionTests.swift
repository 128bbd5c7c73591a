import EngineTestSupport
import Events
import Foundation
import Market
import Models
import Outcomes
import Pipeline
import Scores
import Storage
import Testing

/// The engine's whole way on a world whose effect is known: events and prices in, labels, training, and predictions with
/// base and adjusted scores and their provenance, made before their outcomes.
@Suite
struct MissionTests {
    private static let world = SyntheticWorld(
        .init(seed: 2, companies: 25, sessions: 1400, surpriseEffect: 0.006, sessionsPerFiling: 150)
    )
    /// The session after which the first part of the test knows nothing.
    private static let today = 1300
    private static let cells = [
        Cell(family: .earnings, horizon: .oneDay), Cell(family: nil, horizon: .oneDay),
    ]

    /// Imports what is known on an evening.
    private static func learn(
        upTo session: Int,
        _ database: TemporaryDatabase,
        _ store: Store
    ) throws -> JobContext {
        let now = world.evening(ofSession: session)
        let context = JobContext.test(store, now: now)
        let folder = "known-\(session)"
        for (ticker, bars) in world.bars {
            try database.write(PricesText.csv(Array(bars.prefix(session + 1))), to: "\(folder)/\(ticker).csv")
        }
        let events = world.events.filter { $0.knownAt <= now }
        let path = try database.write(EventsCSVWriter.file(events), to: "\(folder)-events.csv")
        let prices = try PriceImportJob(context).run(path: database.file(folder))
        let report = try EventImportJob(context).run(path: path)
        #expect(prices.problems.isEmpty && report.problems.isEmpty)
        return context
    }

    @Test
    func `events and prices become labels, models and predictions that precede their outcomes`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store()
        let context = try Self.learn(upTo: Self.today, database, store)
        let labels = try LabelJob(context).run(LabelOptions())
        #expect(labels.labelsWritten > 1500)
        let trained = try TrainJob(context).run(TrainOptions(cells: Self.cells))
        let champion = try #require(trained.cells.first)
        try #require(champion.promoted, "\(champion.reason)")
        let scores = try ScoreJob(context).run()
        #expect(scores.adjusted > 300)

        // The newest announcement has no label yet and a prediction already.
        let outcomes = try store.read { try OutcomeStore($0, calendar: .xnys).outcomes() }
        let labelled = Set(outcomes.map(\.key))
        let newest = try #require(
            try store.read { try EventStore($0).events() }
                .filter {
                    $0.family == .earnings
                        && !labelled.contains(OutcomeKey(eventID: $0.eventID, horizon: .oneDay))
                }
                .max { ($0.knownAt, $0.eventID) < ($1.knownAt, $1.eventID) }
        )
        let set = try ScoreJob(context).predictions(eventID: newest.eventID)
        let prediction = try #require(set.predictions.first)
        #expect(prediction.horizon == .oneDay && prediction.kind == .live)
        #expect(prediction.score.reason == nil && prediction.score.weight != nil)
        #expect(prediction.score.adjusted != prediction.score.base)
        #expect(abs(prediction.score.adjustment.value) <= Guardrail.limit)
        #expect(prediction.model?.id == champion.modelID && prediction.model?.version == "1.0.0")
        #expect(prediction.labelledEvents == champion.samples)
        #expect(prediction.direction.probabilityUp != nil)
        #expect(prediction.predictedAt == context.now() && prediction.dataAsOf <= context.now())
        #expect(prediction.interval80 != nil && prediction.predictedMove != nil)
        // The other horizons have no model and say so.
        #expect(set.predictions.dropFirst().allSatisfy { $0.score.reason == .noModel })

        // Time passes; the outcome comes, and the prediction stays as it was made.
        let log = try TableDump.lines("predictions", of: store)
        let later = try Self.learn(upTo: Self.today + 30, database, store)
        #expect(try LabelJob(later).run(LabelOptions()).labelsWritten > 0)
        let outcome = try #require(
            try store.read { try OutcomeStore($0, calendar: .xnys).outcomes() }
                .first { $0.key == OutcomeKey(eventID: newest.eventID, horizon: .oneDay) }
        ).outcome
        let row = try #require(
            try store.read { try PredictionStore($0).latestLive(eventID: newest.eventID)[.oneDay] }
        )
        #expect(row.madeAt < ExchangeCalendar.xnys.closesAt(session: outcome.outcomeSession))
        #expect(row.adjusted == prediction.score.adjusted.value)
        _ = try ScoreJob(later).run()
        #expect(Set(try TableDump.lines("predictions", of: store)).isSuperset(of: log))
    }

    @Test(.enabled(if: MarketEchoBinary.path != nil, "\(MarketEchoBinary.absence)"))
    func `the program does the same by its verbs`() throws {
        let database = try TemporaryDatabase()
        try Self.world.write(to: database.folder)
        func run(_ arguments: String...) throws -> (code: Int32, output: String) {
            try MarketEchoBinary.output(of: arguments + ["--database", database.path, "--quiet"])
        }
        #expect(try run("import", "prices", database.file("prices")).code == 0)
        #expect(try run("import", "events", database.file("events.csv")).code == 0)
        #expect(try run("label-events").code == 0)
        #expect(try run("label-events").code == 3)
        #expect(try run("train", "--cells", "earnings/1d,global/1d").code == 0)
        #expect(try run("train", "--cells", "earnings/1d,global/1d").code == 3)
        #expect(try run("score").code == 0)
        #expect(try run("score").code == 3)
        let event = try #require(Self.world.events.last { $0.family == .earnings })
        let answer = try run("score", event.eventID, "--json")
        #expect(answer.code == 0)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        )
        let horizons = try #require(json["horizons"] as? [[String: Any]])
        let day = try #require(horizons.first { $0["horizon"] as? String == "1d" })
        let merged = json.merging(day) { $1 }
        let fields = [
            "event_id", "ticker", "event_type", "base_score", "ml_score_adjusted", "adjustment",
            "adjustment_limit", "horizon", "model_family", "model_version", "ml_applied",
            "confidence_level", "sample_size_bucket", "predicted_direction", "probability_up",
            "predicted_move_pct", "interval_80", "base_breakdown", "contributions", "predicted_at",
            "data_as_of",
            "status", "disclaimer",
        ]
        for field in fields { #expect(merged[field] != nil && !(merged[field] is NSNull), "\(field)") }
        #expect(merged["event_id"] as? String == event.eventID)
        #expect(merged["adjustment_limit"] as? Double == 20)
        #expect(merged["ml_applied"] as? Bool == true)
        #expect(merged["model_version"] as? String == "1.0.0")
        #expect(try run("score", "nobody").code == 1)
    }
}
