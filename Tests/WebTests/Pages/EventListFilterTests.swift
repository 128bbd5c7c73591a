import Events
import Market
import Scores
import Storage
import Testing

@testable import Web

/// The filter of the events page: read from an address and written back to one.
struct EventListFilterTests {
    private func filter(_ query: String) throws -> EventListFilter {
        try EventListFilter(
            QueryParameters(query, accepted: EventListFilter.parameterNames, isStrict: false)
        )
    }

    private static let everything =
        "ticker=AAPL&family=sec_8k&event_type=sec_8k&since=2020-01-02&until=2021-03-04&min_score=72.5"
        + "&direction=up&text=a%20b&sort=score&horizon=1d"

    @Test(
        arguments: ["", everything, "ticker=AAPL", "min_score=70", "horizon=20d", "text=%22%3C%26"]
    )
    func `An address is written back as it was read`(query: String) throws {
        let address = try filter(query).address
        #expect(address == (query.isEmpty ? "/events" : "/events?\(query)"))
    }

    @Test
    func `Empty values and the standard ones are no filters`() throws {
        let filter = try filter("ticker=&family=&min_score=&since=&direction=&text=&sort=newest&horizon=5d")
        #expect(filter == EventListFilter())
        #expect(filter.chips.isEmpty)
        #expect(filter.address == "/events")
    }

    @Test
    func `Each chip leads to the list without its filter`() throws {
        let filter = try filter(Self.everything)
        #expect(
            filter.chips.map(\.text) == [
                "Ticker AAPL", "Family: 8-K current report", "Type: 8-K current report", "Since 2020-01-02",
                "Until 2021-03-04", "Base score 72.5 or more", "1-Day direction up",
                "Text \u{201C}a b\u{201D}",
            ]
        )
        #expect(!filter.chips[0].address.contains("ticker"))
        #expect(filter.chips[0].address.contains("family=sec_8k"))
        #expect(!filter.chips[7].address.contains("text="))
    }

    @Test
    func `Days are New York's, both included`() throws {
        let query = try filter("since=2024-01-02&until=2024-01-03").query(limit: 5, cursor: nil)
        #expect(query.since?.iso8601 == "2024-01-02T05:00:00Z")
        #expect(query.until?.iso8601 == "2024-01-04T05:00:00Z")
    }

    @Test
    func `A symbol is read in capitals`() throws {
        #expect(try filter("ticker=brk.b").ticker == "BRK.B")
    }

    @Test
    func `A cursor of the other order is refused`() throws {
        let cursor = EventCursor(score: 70, knownAt: UTCInstant(secondsSinceEpoch: 0), eventID: "x")
        #expect(throws: EventQueryError.self) {
            try EventListFilter().query(limit: 5, cursor: cursor)
        }
    }
}
