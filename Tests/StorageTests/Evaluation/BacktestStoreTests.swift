import EngineTestSupport
import Events
import Market
import Outcomes
import Storage
import Testing

@Suite
struct BacktestStoreTests {
    @Test
    func `closes are put on the session grid without what is quarantined`() throws {
        let store = try TemporaryDatabase().store()
        func bar(_ session: Int, _ close: Double, _ reason: QuarantineReason? = nil) -> StoredBar {
            StoredBar(
                bar: Bar(
                    day: Stored.calendar.day(ofSession: session),
                    open: close,
                    high: close,
                    low: close,
                    close: close,
                    adjustedClose: close / 2,
                    volume: 1
                ),
                quarantined: reason
            )
        }
        try store.write { connection in
            try PriceStore(connection).replace(
                StoredSeries(ticker: "B", source: "s", fetchedAt: Stored.at(1), vintage: "0000000000000001"),
                bars: [bar(7_000, 10), bar(7_001, 11, .unitError), bar(7_004, 12)],
                breaks: [
                    StoredBreak(
                        day: Stored.calendar.day(ofSession: 7_004),
                        reason: .missingSplit,
                        detail: "d"
                    )
                ]
            )
            try PriceStore(connection).replace(
                StoredSeries(ticker: "A", source: "s", fetchedAt: Stored.at(1), vintage: "0000000000000002"),
                bars: [bar(7_010, 8)],
                breaks: []
            )
        }
        let (closes, series) = try store.read { connection in
            (
                try BacktestStore(connection).closes(calendar: Stored.calendar),
                try ["A", "B"].compactMap {
                    try PriceStore(connection).priceSeries(ofTicker: $0, calendar: Stored.calendar)
                }
            )
        }
        #expect(closes.map(\.ticker) == ["A", "B"] && closes.map(\.breaks) == [[], [7_004]])
        for (own, other) in zip(closes, series.map(AdjustedCloses.init)) {
            #expect(own.firstSession == other.firstSession && own.breaks == other.breaks)
            #expect(
                zip(own.values, other.values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
                    && own.values.count == other.values.count
            )
        }
        #expect(closes.last?.values.count == 5 && closes.last?.values.last == 6)
    }

    @Test
    func `events carry their group, skips their reason, live scores the newest of each`() throws {
        let store = try TemporaryDatabase().store(with: [
            Stored.fullEvent("b"), Stored.event("a", type: .secS1),
        ])
        try store.write { connection in
            try OutcomeStore(connection, calendar: Stored.calendar).write(
                skips: [(OutcomeKey(eventID: "a", horizon: .fiveDay), .noPrices)],
                ticker: "AAA",
                now: Stored.at(3)
            )
            for (index, reason) in ["no_model", "low_confidence", "degraded"].enumerated() {
                _ = try PredictionStore(connection).append([
                    Stored.prediction("a", hash: "h\(index)", reason: reason),
                    Stored.prediction("b", .oneDay, hash: "h\(index)", reason: "no_model"),
                ])
            }
        }
        try store.read { connection in
            let backtest = BacktestStore(connection)
            let events = try backtest.events()
            #expect(events.map(\.eventID) == ["a", "b"])
            #expect(events.map(\.itemGroup.name) == ["sec_s1", "sec_8k:2.02"])
            #expect(
                events.map(\.timePrecision) == [.exact, .exact] && events.map(\.ruleDirection) == [nil, nil]
            )
            let skips = try backtest.skips()
            #expect(skips.map(\.eventID) == ["a"] && skips.map(\.reason) == [.noPrices])
            let scores = try backtest.liveScores()
            #expect(scores.map(\.horizon) == [.oneDay, .fiveDay] && scores.map(\.n) == [1, 1])
            #expect(scores.map(\.reason) == ["no_model", "degraded"])
        }
    }
}
