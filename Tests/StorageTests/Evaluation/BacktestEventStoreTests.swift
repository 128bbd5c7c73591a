import EngineTestSupport
import Events
import Market
import Models
import Storage
import Testing

@Suite
struct BacktestEventStoreTests {
    private let store: Store
    private let serving: [BacktestEventStore.Serving]
    private static let own = Cell(family: .sec8K, horizon: .fiveDay)
    private static let oneDay = Cell(family: .sec8K, horizon: .oneDay)

    /// Forty events of five companies on eleven days, each predicted at two horizons by its models and by a former one.
    init() throws {
        let database = try TemporaryDatabase()
        store = try database.store(with: (0..<40).map { Stored.event("e\($0)", ticker: "T\($0 % 5)") })
        let old = try Records.record(cell: Self.own, at: Stored.at(2))
        let new = try Records.record(minor: 1, cell: Self.own, at: Stored.at(3))
        let short = try Records.record(cell: Self.oneDay, at: Stored.at(3))
        serving = [
            .init(family: .sec8K, horizon: .oneDay, cell: Self.oneDay, modelID: short.id),
            .init(family: .sec8K, horizon: .fiveDay, cell: Self.own, modelID: new.id),
        ]
        try store.write { connection in
            let models = ModelStore(connection)
            for record in [old, new, short] { try models.insert(record, artefact: [1], now: Stored.at(3)) }
            try OutcomeStore(connection, calendar: Stored.calendar).write(
                (0..<40).flatMap { index in
                    [Horizon.oneDay, .fiveDay].map { horizon in
                        Stored.outcome(
                            "e\(index)",
                            horizon,
                            ticker: "T\(index % 5)",
                            base: 7_600 + index % 11,
                            impact: index == 0 ? nil : 40
                        )
                    }
                },
                now: Stored.at(9)
            )
            let log = PredictionStore(connection)
            for index in 0..<40 {
                let kind: SampleKind = index % 4 == 0 ? .lockBox : .walkForward
                _ = try log.append(
                    [old, new, short].map { record in
                        Stored.prediction(
                            "e\(index)",
                            record.cell.horizon,
                            kind: kind,
                            modelID: record.id,
                            probabilityUp: 0.55
                        )
                    }
                )
            }
            // Live ones: two of e1 by the former version, in time; one of e2 too late.
            let outcome = Stored.calendar.day(ofSession: 7_600 + 1 + 5)
            for (eventID, hash, day) in [
                ("e1", "a", outcome.advanced(byDays: -3)), ("e1", "b", outcome.advanced(byDays: -2)),
                ("e2", "a", outcome.advanced(byDays: 9)),
            ] {
                _ = try log.append([
                    Stored.prediction(
                        eventID,
                        modelID: old.id,
                        hash: hash,
                        madeAt: UTCInstant(day: day, secondOfDay: 0)
                    )
                ])
            }
        }
    }

    private func page(
        _ filter: BacktestEventFilter,
        after cursor: BacktestEventCursor? = nil,
        limit: Int = 500
    ) throws -> BacktestEventPage {
        try store.read { connection in
            try BacktestEventStore(connection, calendar: Stored.calendar)
                .page(filter, serving: serving, after: cursor, limit: limit)
        }
    }

    private func name(_ row: BacktestEventRow) -> String {
        "\(row.eventID) \(row.horizon.code) \(row.kind.rawValue)"
    }

    @Test
    func `rows are those of the serving models, newest reaction day first`() throws {
        let rows = try page(BacktestEventFilter()).events
        #expect(rows.count == 81)
        #expect(Set(rows.map(name)).count == 81)
        #expect(rows.filter { $0.kind == .live }.map(\.eventID) == ["e1"])
        for (row, next) in zip(rows, rows.dropFirst()) { #expect(row.reactionDay >= next.reactionDay) }
        for row in rows {
            let number = try #require(Int(row.eventID.dropFirst()))
            #expect(row.ticker == "T\(number % 5)" && row.family == .sec8K && row.eventType == .sec8K)
            #expect(row.reactionDay == Stored.calendar.day(ofSession: 7_601 + number % 11))
            #expect(row.realizedImpact == (number == 0 ? nil : 40))
            #expect(abs(row.abnormalReturn - 0.02) < 1e-12 && row.actualSide == 1 && row.baseScore == 60)
            guard row.kind != .live else { continue }
            #expect(row.modelID == serving.first { $0.horizon == row.horizon }?.modelID)
            #expect(row.predictedSide == 1 && row.isHit == true)
        }
    }

    @Test(arguments: [1, 2, 7, 40, 80, 81])
    func `pages together are the list`(limit: Int) throws {
        let all = try page(BacktestEventFilter()).events
        var rows: [BacktestEventRow] = []
        var cursor: BacktestEventCursor?
        var pages = 0
        repeat {
            let part = try page(BacktestEventFilter(), after: cursor, limit: limit)
            #expect(part.events.count <= limit)
            rows += part.events
            // A cursor survives its text.
            cursor = try part.next.map { next in try #require(BacktestEventCursor(text: next.text)) }
            #expect(cursor == part.next)
            pages += 1
        } while cursor != nil && pages < 200
        #expect(rows == all)
        #expect(pages == (81 + limit - 1) / limit)
    }

    @Test
    func `filters choose what a reader would`() throws {
        let all = try page(BacktestEventFilter()).events
        let days = Set(all.map(\.reactionDay)).sorted()
        let middle = days[5]
        let cases: [(BacktestEventFilter, (BacktestEventRow) -> Bool)] = [
            (BacktestEventFilter(horizon: .fiveDay), { $0.horizon == .fiveDay }),
            (BacktestEventFilter(kind: .lockBox), { $0.kind == .lockBox }),
            (BacktestEventFilter(kind: .live), { $0.kind == .live }),
            (BacktestEventFilter(ticker: "T3"), { $0.ticker == "T3" }),
            (BacktestEventFilter(family: .fda), { _ in false }),
            (BacktestEventFilter(since: middle), { $0.reactionDay >= middle }),
            (BacktestEventFilter(since: middle.advanced(byDays: 1)), { $0.reactionDay > middle }),
            (BacktestEventFilter(until: middle), { $0.reactionDay <= middle }),
            (BacktestEventFilter(until: middle.advanced(byDays: -1)), { $0.reactionDay < middle }),
            (BacktestEventFilter(since: TradingDay(daysSinceEpoch: -9_000)), { _ in true }),
            (BacktestEventFilter(until: TradingDay(daysSinceEpoch: -9_000)), { _ in false }),
            (BacktestEventFilter(since: TradingDay(daysSinceEpoch: 90_000)), { _ in false }),
            (BacktestEventFilter(until: TradingDay(daysSinceEpoch: 90_000)), { _ in true }),
            (
                BacktestEventFilter(
                    horizon: .oneDay,
                    kind: .walkForward,
                    ticker: "T1",
                    since: middle,
                    until: middle
                ),
                {
                    $0.horizon == .oneDay && $0.kind == .walkForward && $0.ticker == "T1"
                        && $0.reactionDay == middle
                }
            ),
        ]
        for (filter, accepts) in cases {
            #expect(try page(filter).events == all.filter(accepts), "\(filter)")
        }
    }

    @Test
    func `a page has one row at least and 500 at most`() throws {
        #expect(try page(BacktestEventFilter(), limit: -3).events.count == 1)
        #expect(try page(BacktestEventFilter(), limit: 100_000).events.count == 81)
        #expect(BacktestEventStore.largestPage == 500)
    }

    @Test(arguments: [
        "", "2020-01-01", "2020-01-01~5d~x~e", "2020-13-01~5d~1~e", "2020-01-01~6d~1~e", "2020-01-01~5d~1~",
    ])
    func `other texts are no cursors`(text: String) {
        #expect(BacktestEventCursor(text: text) == nil)
    }

    @Test
    func `a key may hold the mark between the parts`() throws {
        let cursor = BacktestEventCursor(
            baseSession: TradingDay(daysSinceEpoch: 18_000),
            eventID: "a~b c'\"",
            horizon: .twentyDay,
            prediction: 7
        )
        #expect(BacktestEventCursor(text: cursor.text) == cursor)
        #expect(try page(BacktestEventFilter(), after: cursor).events.count <= 81)
    }

    @Test
    func `the walk goes along an index`() throws {
        let plan = try store.read { connection in
            try connection.map(
                """
                EXPLAIN QUERY PLAN SELECT event_id FROM event_outcomes o
                WHERE o.family = 'sec_8k' AND o.horizon = '5d' AND o.base_session <= '2024-01-01'
                ORDER BY o.base_session DESC, o.event_id DESC
                """
            ) { $0.text(3) }
        }
        #expect(plan.count == 1 && plan.first?.contains("event_outcomes_by_session") == true)
    }
}
