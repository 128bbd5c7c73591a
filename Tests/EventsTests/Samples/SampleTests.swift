import Events
import Foundation
import Market
import TestSupport
import Testing

@Suite
struct SampleTests {
    private func fixture(_ name: String) throws -> [UInt8] { [UInt8](try Fixture.data("sample/\(name)")) }

    @Test
    func readsAnnouncements() throws {
        let now = try instant("2024-06-01T00:00:00Z")
        let parsed = try HistoricalEarningsSample.events(fixture("earnings.csv"), now: now)
        #expect(
            parsed.events.map(\.eventID) == [
                "historical-earnings-data:NWI:2024-01-30", "historical-earnings-data:NWI:2023-10-26",
                "historical-earnings-data:NWI:2023-07-27", "historical-earnings-data:NWI:2023-04-27",
            ]
        )
        let first = try #require(parsed.events.first)
        #expect(first.facts == EventFacts(epsEstimate: 2.35, epsActual: 2.4, surprisePercent: 2.13))
        #expect(first.knownAt == (try instant("2024-01-30T21:00:00Z")))
        #expect(first.timePrecision == .exact && first.timeSource == .calendarHour)
        #expect(first.title == "Earnings release: EPS 2.4, estimate 2.35" && first.type == .earningsRelease)
        let unknownHour = parsed.events[2]
        #expect(unknownHour.timePrecision == .day && unknownHour.timeSource == .none)
        #expect(unknownHour.facts == EventFacts(epsEstimate: 1))
        #expect(parsed.events[3].title == "Earnings release" && parsed.events[3].facts == EventFacts())
        #expect(
            parsed.notes == [
                "1 rows lie in the future and were left out",
                "1 rows of a symbol and day that an earlier row has were dropped",
            ]
        )
        #expect(parsed.problems.map(\.line) == [8, 9, 10, 11, 12, 13])
        #expect(
            parsed.problems.map { $0.column ?? "" } == [
                "earnings_date", "earnings_date", "earnings_date", "eps_estimate", "", "symbol",
            ]
        )
    }

    @Test
    func makesFilingsOfDays() {
        let rows = [
            (ticker: "NWI", date: "2003-08-18"), (ticker: "nwi", date: "2024-02-01"),
            (ticker: "NWI", date: "2099-02-01"),
            (ticker: "NWI", date: "2024-02-31"), (ticker: "N I", date: "2024-02-01"),
            (ticker: "NWI", date: "2024-02-01"),
        ]
        let now = UTCInstant(secondsSinceEpoch: 1_720_000_000)
        let parsed = EarningsDatesSample.events(rows: rows, now: now)
        #expect(
            parsed.events.map(\.eventID) == [
                "stocks-earnings-dates:NWI:2003-08-18", "stocks-earnings-dates:NWI:2024-02-01",
            ]
        )
        #expect(parsed.events.map(\.items) == [["12"], ["2.02"]])
        #expect(
            parsed.events.allSatisfy {
                $0.timePrecision == .day && $0.timeSource == .none && $0.reportsResults
            }
        )
        #expect(parsed.problems.map(\.line) == [4, 5])
        #expect(parsed.notes.count == 2)
    }

    @Test
    func readsClosesAndIndex() throws {
        let closes = try PriceSample.closes(fixture("closes.csv"))
        #expect(closes.tickers == ["NWI", "SWC"])
        #expect(closes.bars["NWI"]?.map(\.close) == [10.5, 10.75, 11, 11.25])
        #expect(closes.bars["SWC"]?.map(\.close) == [0.25, 0.26, 0.27, 0.28])
        #expect(closes.problems.map(\.line) == [5, 6, 8, 9])
        let bar = try #require(closes.bars["NWI"]?.first)
        #expect(bar.day == (try day("2023-01-03")) && bar.adjustedClose == bar.close)
        #expect(bar.open.isNaN && bar.high.isNaN && bar.low.isNaN && bar.volume.isNaN)
        #expect(bar.dividend == 0 && bar.splitFactor == 0)
        let index = try PriceSample.closes(fixture("index.csv"))
        #expect(index.tickers == [PriceSample.indexTicker] && index.problems.isEmpty)
    }

    @Test(arguments: [
        "", "a,b\n1,2\n", "Date\n2024-01-02\n", "Date,NWI,NWI\n", "Date,not a symbol\n", "<html>",
    ])
    func refusesOtherFiles(text: String) {
        #expect(throws: EventFileError.self) { try PriceSample.closes(bytes(text)) }
        #expect(throws: EventFileError.self) {
            try HistoricalEarningsSample.events(bytes(text), now: farFuture)
        }
    }
}
