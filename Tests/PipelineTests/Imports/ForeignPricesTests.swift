import EngineTestSupport
import Events
import Pipeline
import Storage
import Testing

/// Whose prices a symbol had is not forgotten when another source reads the filing again.
@Suite
struct ForeignPricesTests {
    @Test
    func `an event whose prices are another company's stays so`() throws {
        let bench = try ImportBench()
        let rows = [
            "event_id,ticker,event_type,items,occurred_on,title,ticker_valid",
            "0000310158-05-000001,MRK,sec_8k,8.01,2005-03-01,a filing,0",
        ]
        _ = try bench.events(bench.database.write(rows.joined(separator: "\n"), to: "a.csv"))
        let again = [
            "event_id,ticker,event_type,items,occurred_on,known_at,title",
            "0000310158-05-000001,MRK,sec_8k,8.01,2005-03-01,2005-03-01T21:30:00Z,a filing",
        ]
        _ = try bench.events(bench.database.write(again.joined(separator: "\n"), to: "b.csv"))
        let stored = try #require(try bench.stored("0000310158-05-000001"))
        #expect(!stored.tickerIsValid)
        #expect(stored.timePrecision == .exact, "what the second source knows is taken all the same")
    }
}
