import EngineTestSupport
import Events
import Market
import Models
import Outcomes
import Storage
import Testing

/// The schema refuses what the program must never write, whatever a bug in it tries.
@Suite
struct ConstraintTests {
    /// A statement and what the database says to it.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sql: String
        let refusal: String
        var testDescription: String { name }
    }

    /// An insert of a label with some values replaced.
    private static func outcome(_ changes: [String: String]) -> String {
        var values = [
            "event_id": "'e1'", "horizon": "'1d'", "ticker": "'AAA'", "family": "'sec_8k'",
            "event_type": "'sec_8k'", "outcome_return": "0.02", "stock_return": "0.03",
            "benchmark_return": "0.01", "label_direction": "1", "label_magnitude": "0.02",
            "realized_impact": "50", "base_session": "'2020-01-02'", "outcome_session": "'2020-01-03'",
            "benchmark": "'SPY'", "price_vintage": "'0123456789abcdef'", "label_version": "'labels-1'",
            "recorded_at": "'2020-02-01T00:00:00Z'",
        ]
        for (column, value) in changes { values[column] = value }
        let columns = values.keys.sorted()
        return "INSERT INTO event_outcomes (\(columns.joined(separator: ", "))) "
            + "VALUES (\(columns.map { values[$0] ?? "NULL" }.joined(separator: ", ")))"
    }

    /// An insert of a prediction with some values replaced.
    private static func prediction(_ changes: [String: String]) -> String {
        var values = [
            "event_id": "'e1'", "horizon": "'1d'", "kind": "'live'", "feature_hash": "'h'",
            "base_score": "60", "adjustment": "0", "ml_score_adjusted": "60", "ml_applied": "0",
            "ml_not_applied_reason": "'no_model'", "data_as_of": "'2020-01-02T00:00:00Z'",
            "made_at": "'2020-01-03T00:00:00Z'",
        ]
        for (column, value) in changes { values[column] = value }
        let columns = values.keys.sorted()
        return "INSERT INTO predictions (\(columns.joined(separator: ", "))) "
            + "VALUES (\(columns.map { values[$0] ?? "NULL" }.joined(separator: ", ")))"
    }

    /// An insert of a model with some values replaced.
    private static func model(_ changes: [String: String]) -> String {
        var values = [
            "model_id": "'m2'", "name": "'m'", "family": "'sec_8k'", "horizon": "'1d'", "version": "'2.0.0'",
            "status": "'staging'", "sha256": "'\(String(repeating: "0", count: 64))'",
            "feature_set_version": "'f'", "label_version": "'l'", "training_cutoff": "'2020-01-01'",
            "data_hash": "'d'", "seed": "1", "samples": "10", "companies": "5", "weight": "0.3",
            "record": "'{}'", "created_at": "'2020-01-01T00:00:00Z'",
        ]
        for (column, value) in changes { values[column] = value }
        let columns = values.keys.sorted()
        return "INSERT INTO model_registry (\(columns.joined(separator: ", "))) "
            + "VALUES (\(columns.map { values[$0] ?? "NULL" }.joined(separator: ", ")))"
    }

    static let cases: [Case] = [
        Case(
            name: "an outcome without its event",
            sql: outcome(["event_id": "'nobody'"]),
            refusal: "FOREIGN KEY"
        ),
        Case(
            name: "two labels of one event and horizon",
            sql: outcome([:]),
            refusal: "UNIQUE"
        ),
        Case(
            name: "a horizon that is none",
            sql: outcome(["horizon": "'2d'"]),
            refusal: "horizon IN"
        ),
        Case(
            name: "an outcome that ends before its base",
            sql: outcome(["horizon": "'5d'", "outcome_session": "'2020-01-02'"]),
            refusal: "outcome_session > base_session"
        ),
        Case(
            name: "a stock that lost more than everything",
            sql: outcome(["horizon": "'5d'", "stock_return": "-1.01"]),
            refusal: "stock_return >= -1"
        ),
        Case(
            name: "a direction that is no sign",
            sql: outcome(["horizon": "'5d'", "label_direction": "2"]),
            refusal: "label_direction IN"
        ),
        Case(
            name: "an impact above 100",
            sql: outcome(["horizon": "'5d'", "realized_impact": "100.1"]),
            refusal: "realized_impact BETWEEN"
        ),
        Case(
            name: "a label without the benchmark's return",
            sql: outcome(["horizon": "'5d'", "benchmark_return": "NULL"]),
            refusal: "NOT NULL"
        ),
        Case(
            name: "a return that is text",
            sql: outcome(["horizon": "'5d'", "outcome_return": "'2 %'"]),
            refusal: "cannot store TEXT"
        ),
        Case(
            name: "an event known after its ingestion",
            sql: "UPDATE events SET known_at = '2020-01-20T12:00:01Z' WHERE event_id = 'e1'",
            refusal: "known_at <= ingested_at"
        ),
        Case(
            name: "an event without a key",
            sql: "UPDATE events SET event_id = '' WHERE event_id = 'e2'",
            refusal: "event_id <> ''"
        ),
        Case(
            name: "a removed event that has a label",
            sql: "DELETE FROM events WHERE event_id = 'e1'",
            refusal: "FOREIGN KEY"
        ),
        Case(
            name: "an adjustment above the guardrail",
            sql: prediction([
                "adjustment": "20.000001", "ml_applied": "1", "ml_not_applied_reason": "NULL",
                "ml_score_adjusted": "80",
            ]),
            refusal: "adjustment BETWEEN -20 AND 20"
        ),
        Case(
            name: "an adjustment below the guardrail",
            sql: prediction([
                "adjustment": "-20.000001", "ml_applied": "1", "ml_not_applied_reason": "NULL",
                "ml_score_adjusted": "40",
            ]),
            refusal: "adjustment BETWEEN -20 AND 20"
        ),
        Case(
            name: "a score above 100",
            sql: prediction(["ml_score_adjusted": "100.5"]),
            refusal: "ml_score_adjusted BETWEEN"
        ),
        Case(
            name: "a model that is applied with a reason why not",
            sql: prediction(["ml_applied": "1"]),
            refusal: "ml_applied = "
        ),
        Case(
            name: "a model that is not applied without a reason",
            sql: prediction(["ml_not_applied_reason": "NULL"]),
            refusal: "ml_applied = "
        ),
        Case(
            name: "an adjustment by a model that is not applied",
            sql: prediction(["adjustment": "5"]),
            refusal: "ml_applied = 1 OR adjustment = 0"
        ),
        Case(
            name: "a prediction from facts of its future",
            sql: prediction(["data_as_of": "'2020-01-03T00:00:01Z'"]),
            refusal: "data_as_of <= made_at"
        ),
        Case(
            name: "a probability above 1",
            sql: prediction(["probability_up": "1.2"]),
            refusal: "probability_up BETWEEN"
        ),
        Case(
            name: "a prediction of an unknown event",
            sql: prediction(["event_id": "'nobody'"]),
            refusal: "FOREIGN KEY"
        ),
        Case(
            name: "a prediction of an unknown model",
            sql: prediction(["model_id": "'nobody'"]),
            refusal: "FOREIGN KEY"
        ),
        Case(
            name: "a changed prediction",
            sql: "UPDATE predictions SET base_score = 61",
            refusal: "predictions are never overwritten"
        ),
        Case(
            name: "a removed prediction",
            sql: "DELETE FROM predictions",
            refusal: "predictions are never deleted"
        ),
        Case(
            name: "a second champion of a slot",
            sql: model(["status": "'champion'"]),
            refusal: "UNIQUE"
        ),
        Case(
            name: "a version given twice",
            sql: model(["version": "'1.0.0'"]),
            refusal: "UNIQUE"
        ),
        Case(name: "a weight above 1", sql: model(["weight": "1.5"]), refusal: "weight BETWEEN"),
        Case(name: "a cut-off hash", sql: model(["sha256": "'00'"]), refusal: "length(sha256) = 64"),
        Case(
            name: "prices of no series",
            sql:
                "INSERT INTO prices (ticker, day, dividends, stock_splits) VALUES ('ZZZ', '2020-01-02', 0, 0)",
            refusal: "FOREIGN KEY"
        ),
        Case(
            name: "a score above 100 from the rules",
            sql:
                "INSERT INTO base_scores VALUES ('e2', 101, 'neutral', 0.5, 'v', '{}', '2020-01-03T00:00:00Z')",
            refusal: "score BETWEEN"
        ),
        Case(
            name: "a run with an unknown status",
            sql: "INSERT INTO runs (job, arguments, process, status, started_at) "
                + "VALUES ('x', '', 1, 'gone', '2020-01-03T00:00:00Z')",
            refusal: "status IN"
        ),
    ]

    @Test(arguments: cases)
    func `what must never be written is refused`(_ example: Case) throws {
        let database = try TemporaryDatabase()
        let store = try database.store(with: [Stored.event("e1"), Stored.event("e2")])
        try store.write { connection in
            try connection.execute(Self.outcome([:]))
            try connection.execute(Self.prediction(["horizon": "'20d'"]))
            try connection.execute(
                Self.model(["model_id": "'m1'", "version": "'1.0.0'", "status": "'champion'"])
            )
        }
        let before = try TableDump.everything(of: store)
        let error = #expect(throws: (any Error).self) {
            try store.write { try $0.execute(example.sql) }
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains(example.refusal))
        #expect(try TableDump.everything(of: store) == before)
    }

    @Test
    func `a refused statement rolls back the whole transaction`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store(with: [Stored.event("e1")])
        #expect(throws: (any Error).self) {
            try store.write { connection in
                _ = try EventStore(connection).upsert([Stored.event("e2")], now: Stored.at(20))
                try connection.execute(Self.outcome(["event_id": "'nobody'"]))
            }
        }
        #expect(try store.read { try EventStore($0).event("e2") } == nil)
    }
}
