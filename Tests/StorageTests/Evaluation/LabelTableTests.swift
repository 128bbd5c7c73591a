import EngineTestSupport
import Events
import Market
import Models
import Storage
import Testing

@Suite
struct LabelTableTests {
    private let database = Result { try TemporaryDatabase() }

    /// Labels of so many events, of which each third lacks one horizon.
    private func store(events count: Int) throws -> Store {
        let events = (0..<count).map { Stored.event("e\($0)", ticker: "T\($0 % 4)") }
        let store = try database.get().store(with: events)
        try store.write { connection in
            try OutcomeStore(connection, calendar: Stored.calendar).write(
                (0..<count).flatMap { index in
                    Horizon.allCases.filter { index % 3 > 0 || $0 != .twentyDay }.map { horizon in
                        Stored.outcome("e\(index)", horizon, ticker: "T\(index % 4)", base: 7_600 + index % 9)
                    }
                },
                now: Stored.at(9)
            )
            try BaseScoreStore(connection).upsert(
                (0..<count).filter { $0 % 2 == 0 }.map { index in
                    StoredBaseScore(
                        eventID: "e\(index)",
                        score: 50,
                        direction: index % 4 == 0 ? "positive" : "uncertain",
                        directionConfidence: 0.5,
                        rulesVersion: "r",
                        breakdown: "{}"
                    )
                },
                now: Stored.at(9)
            )
        }
        return store
    }

    @Test
    func `labels are read once by event with the rules' direction`() throws {
        let table = try store(events: 30).read { try EvaluationStore($0).labels() }
        #expect(table.events.map(\.eventID) == (0..<30).map { "e\($0)" }.sorted())
        #expect(table.rows.count == 80)
        for (position, event) in table.events.enumerated() {
            let number = try #require(Int(event.eventID.dropFirst()))
            #expect(event.ticker == "T\(number % 4)" && event.family == .sec8K)
            #expect(
                event.ruleDirection == (number % 2 > 0 ? nil : number % 4 == 0 ? "positive" : "uncertain")
            )
            for horizon in Horizon.allCases {
                let row = table.row(position, horizon)
                #expect((row == nil) == (number % 3 == 0 && horizon == .twentyDay))
                if let row {
                    #expect(table.rows[row].event == position && table.rows[row].horizon == horizon)
                    #expect(
                        table.rows[row].baseSession == Stored.calendar.day(ofSession: 7_600 + number % 9)
                    )
                }
            }
        }
        #expect(table.latestOutcome == Stored.calendar.day(ofSession: 7_600 + 8 + 20))
    }

    @Test
    func `counts are those of the database`() throws {
        let store = try store(events: 25)
        let counts = try store.read { try EvaluationStore($0).labelCounts() }
        #expect(counts.count == 8)
        for count in counts {
            let filter = [
                count.family.map { "family = '\($0.rawValue)'" },
                count.horizon.map { "horizon = '\($0.code)'" },
            ].compactMap { $0 }.joined(separator: " AND ")
            let condition = filter.isEmpty ? "" : "WHERE \(filter)"
            func distinct(_ column: String) throws -> Int {
                try store.read {
                    try $0.count("SELECT count(DISTINCT \(column)) FROM event_outcomes \(condition)")
                }
            }
            let events = try distinct("event_id")
            let companies = try distinct("ticker")
            #expect(count.events == events && count.companies == companies)
            #expect(count.days == (try distinct("base_session")))
        }
    }

    @Test
    func `an empty database has no labels`() throws {
        let table = try database.get().store().read { try EvaluationStore($0).labels() }
        #expect(table.events.isEmpty && table.rows.isEmpty && table.latestOutcome == nil)
        #expect(table.counts.map(\.events) == [0])
    }

    /// Whatever the order and the gaps, each prediction finds its own label and no other.
    @Test(arguments: [1, 2, 3, 7, 60])
    func `predictions find their labels`(count: Int) throws {
        let store = try store(events: count)
        try store.write { connection in
            try ModelStore(connection).insert(
                try Records.record(at: Stored.at(2)),
                artefact: [1],
                now: Stored.at(2)
            )
            // Events without a label, and in two orders that the keys do not have.
            _ = try EventStore(connection).upsert(
                ["a", "e", "e00", "zz"].map { Stored.event($0) },
                now: Stored.at(20)
            )
        }
        let model = try Records.record(at: Stored.at(2)).id
        let wanted = (0..<count).map { "e\(($0 * 7 + 3) % count)" } + ["a", "zz", "e", "e00"]
        for (turn, eventID) in wanted.enumerated() {
            try store.write { connection in
                _ = try PredictionStore(connection).append([
                    Stored.prediction(
                        eventID,
                        .fiveDay,
                        kind: turn % 2 == 0 ? .walkForward : .lockBox,
                        modelID: model,
                        hash: "h\(turn)",
                        probabilityUp: 0.6
                    )
                ])
            }
        }
        var found: [(eventID: String, kind: SampleKind)] = []
        try store.read { connection in
            let evaluation = EvaluationStore(connection)
            let labels = try evaluation.labels()
            try evaluation.forEachOutOfSample(models: [model], labels: labels) { row in
                let label = labels.rows[row.label]
                #expect(label.horizon == .fiveDay && row.modelID == model && row.probabilityUp == 0.6)
                found.append((labels.events[label.event].eventID, row.kind))
            }
        }
        let expected = wanted.enumerated().filter {
            $0.element.count > 1 && $0.element.first == "e" && $0.element != "e00"
        }
        .map { (eventID: $0.element, kind: $0.offset % 2 == 0 ? SampleKind.walkForward : .lockBox) }
        #expect(found.map(\.eventID).sorted() == expected.map(\.eventID).sorted())
        #expect(
            Set(found.map { "\($0.eventID) \($0.kind)" }) == Set(expected.map { "\($0.eventID) \($0.kind)" })
        )
    }

    @Test
    func `live predictions count where they came first and before the outcome's session`() throws {
        let store = try store(events: 4)
        let model = try Records.record(at: Stored.at(2)).id
        let outcome = Stored.calendar.day(ofSession: 7_600 + 5)
        func at(_ day: TradingDay) -> UTCInstant { UTCInstant(day: day, secondOfDay: 3_600) }
        try store.write { connection in
            try ModelStore(connection).insert(
                try Records.record(at: Stored.at(2)),
                artefact: [1],
                now: Stored.at(2)
            )
            let log = PredictionStore(connection)
            // e0 twice in time, e1 on the day of its outcome's session, e2 without a model.
            for (eventID, modelID, hash, made, up) in [
                ("e0", Optional(model), "a", outcome.advanced(byDays: -2), 0.6),
                ("e0", model, "b", outcome.advanced(byDays: -1), 0.7),
                ("e1", model, "a", outcome.advanced(byDays: 1), 0.6),
                ("e2", nil, "a", outcome.advanced(byDays: -3), 0.6),
            ] {
                _ = try log.append([
                    Stored.prediction(
                        eventID,
                        modelID: modelID,
                        hash: hash,
                        probabilityUp: up,
                        madeAt: at(made)
                    )
                ])
            }
        }
        var found: [(String, Double?)] = []
        try store.read { connection in
            let labels = try EvaluationStore(connection).labels()
            try EvaluationStore(connection).forEachLive(labels: labels) { row in
                #expect(row.kind == .live)
                found.append((labels.events[labels.rows[row.label].event].eventID, row.probabilityUp))
            }
        }
        #expect(found.map(\.0) == ["e0"] && found.map(\.1) == [0.6])
    }
}
