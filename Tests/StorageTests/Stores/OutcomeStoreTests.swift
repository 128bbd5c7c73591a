import EngineTestSupport
import Market
import Outcomes
import Storage
import Testing

@Suite
struct OutcomeStoreTests {
    private static func open() throws -> (TemporaryDatabase, Store) {
        let database = try TemporaryDatabase()
        return (database, try database.store(with: [Stored.event("a"), Stored.event("b", ticker: "BBB")]))
    }

    private static func outcomes(_ connection: SQLConnection) -> OutcomeStore {
        OutcomeStore(connection, calendar: Stored.calendar)
    }

    @Test
    func `a label comes back as it was, with its provenance`() throws {
        let (database, store) = try Self.open()
        let labels = [
            Stored.outcome("a", .oneDay), Stored.outcome("a", .twentyDay, impact: nil),
            Stored.outcome("b", ticker: "BBB", stockReturn: -0.25),
        ]
        try store.write { try Self.outcomes($0).write(labels, now: Stored.at(5)) }
        let found = try store.read { try Self.outcomes($0).outcomes() }
        #expect(found.map(\.outcome) == labels)
        #expect(found.allSatisfy { $0.labelVersion == OutcomeRules.version && $0.recordedAt == Stored.at(5) })
        #expect(found.allSatisfy { $0.trainedVersion == nil })
        #expect(
            try store.read { try Self.outcomes($0).outcomes(ofTicker: "BBB") }.map(\.outcome) == [labels[2]]
        )
        #expect(database.path == store.path)
    }

    @Test
    func `one row per event shows the returns of all horizons`() throws {
        let (_, store) = try Self.open()
        try store.write {
            try Self.outcomes($0).write(
                [Stored.outcome("a", .oneDay, stockReturn: 0.06), Stored.outcome("a", .twentyDay)],
                now: Stored.at(5)
            )
        }
        let wide = try TableDump.lines("event_outcomes_wide", of: store)
        #expect(wide.count == 1)
        let values = wide[0].split(separator: "|").map(String.init)
        #expect(values[0] == "'a'")
        #expect(abs((Double(values[4]) ?? .nan) - 0.05) < 1e-12)
        #expect(values[5] == "NULL")
        #expect(abs((Double(values[6]) ?? .nan) - 0.02) < 1e-12)
    }

    @Test
    func `a changed label leaves its former values behind, numbered and timed`() throws {
        let (_, store) = try Self.open()
        let key = OutcomeKey(eventID: "a", horizon: .fiveDay)
        let values = [0.03, 0.04, 0.05]
        for (day, value) in values.enumerated() {
            try store.write { connection in
                let outcomes = Self.outcomes(connection)
                try outcomes.supersede([key], now: Stored.at(5 + day))
                try outcomes.write([Stored.outcome("a", stockReturn: value)], now: Stored.at(5 + day))
            }
        }
        #expect(try store.read { try Self.outcomes($0).outcomes() }.map(\.outcome.stockReturn) == [0.05])
        let revisions = try store.read { connection in
            try connection.map(
                """
                SELECT revision, stock_return, recorded_at, superseded_at FROM event_outcome_revisions
                ORDER BY revision
                """
            ) { (number: $0.integer(0), value: $0.double(1), from: $0.text(2), until: $0.text(3)) }
        }
        #expect(revisions.map(\.number) == [1, 2])
        #expect(revisions.map(\.value) == [0.03, 0.04])
        #expect(revisions.map(\.from) == [Stored.at(5).iso8601, Stored.at(6).iso8601])
        #expect(revisions.map(\.until) == [Stored.at(6).iso8601, Stored.at(7).iso8601])
    }

    @Test
    func `what an event has follows it to another symbol`() throws {
        let (_, store) = try Self.open()
        let key = OutcomeKey(eventID: "a", horizon: .oneDay)
        try store.write { connection in
            try Self.outcomes(connection).write([Stored.outcome("a")], now: Stored.at(5))
            try Self.outcomes(connection).write(
                skips: [(key, .pending)],
                ticker: "AAA",
                now: Stored.at(5)
            )
            _ = try EventStore(connection).upsert([Stored.event("a", ticker: "NEW")], now: Stored.at(20))
        }
        let (old, new, skips) = try store.read { connection in
            let outcomes = Self.outcomes(connection)
            return (
                try outcomes.outcomes(ofTicker: "AAA"), try outcomes.outcomes(ofTicker: "NEW"),
                try outcomes.skips(ofTicker: "NEW")
            )
        }
        #expect(old.isEmpty)
        #expect(new.map(\.outcome) == [Stored.outcome("a")])
        #expect(skips == [key: StoredSkip(reason: .pending, ticker: "AAA")])
    }

    @Test
    func `superseding what is not there does nothing`() throws {
        let (_, store) = try Self.open()
        let before = try TableDump.everything(of: store)
        try store.write {
            try Self.outcomes($0).supersede([OutcomeKey(eventID: "a", horizon: .oneDay)], now: Stored.at(5))
        }
        #expect(try TableDump.everything(of: store) == before)
    }

    @Test
    func `skips keep one reason for each key and can be resolved`() throws {
        let (_, store) = try Self.open()
        let key = OutcomeKey(eventID: "a", horizon: .fiveDay)
        let other = OutcomeKey(eventID: "a", horizon: .oneDay)
        try store.write {
            try Self.outcomes($0).write(
                skips: [(key, .pending), (other, .benchmarkMissing)],
                ticker: "AAA",
                now: Stored.at(5)
            )
        }
        try store.write {
            try Self.outcomes($0).write(skips: [(key, .suspectPrice)], ticker: "AAA", now: Stored.at(6))
        }
        #expect(
            try store.read { try Self.outcomes($0).skips(ofTicker: "AAA") }
                == [key: .suspectPrice, other: .benchmarkMissing].mapValues {
                    StoredSkip(reason: $0, ticker: "AAA")
                }
        )
        #expect(try store.read { try Self.outcomes($0).skips(ofTicker: "BBB") }.isEmpty)
        try store.write { try Self.outcomes($0).removeSkips([key]) }
        #expect(
            try store.read { try Self.outcomes($0).skips(ofTicker: "AAA") } == [
                other: StoredSkip(reason: .benchmarkMissing, ticker: "AAA")
            ]
        )
    }

    @Test
    func `every reason of the code can be stored and read`() throws {
        let (_, store) = try Self.open()
        let key = OutcomeKey(eventID: "a", horizon: .oneDay)
        for reason in SkipReason.allCases {
            try store.write {
                try Self.outcomes($0).write(skips: [(key, reason)], ticker: "AAA", now: Stored.at(5))
            }
            #expect(
                try store.read { try Self.outcomes($0).skips(ofTicker: "AAA") } == [
                    key: StoredSkip(reason: reason, ticker: "AAA")
                ]
            )
        }
    }

    @Test
    func `checkpoints come back, with a due day and without`() throws {
        let (_, store) = try Self.open()
        let due = LabelCheckpoint(fingerprint: "one", nextDue: Stored.calendar.day(ofSession: 7600))
        let done = LabelCheckpoint(fingerprint: "two", nextDue: nil)
        try store.write {
            try Self.outcomes($0).write(due, ticker: "AAA", now: Stored.at(5))
            try Self.outcomes($0).write(due, ticker: "BBB", now: Stored.at(5))
            try Self.outcomes($0).write(done, ticker: "BBB", now: Stored.at(6))
        }
        #expect(try store.read { try Self.outcomes($0).checkpoints() } == ["AAA": due, "BBB": done])
        try store.write { try Self.outcomes($0).removeCheckpoints(["AAA", "ZZZ"]) }
        #expect(try store.read { try Self.outcomes($0).checkpoints() } == ["BBB": done])
    }
}
