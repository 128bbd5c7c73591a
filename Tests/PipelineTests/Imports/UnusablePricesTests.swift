import EngineTestSupport
import Market
import Pipeline
import Storage
import Testing

/// Bars that no label may rest on are left out or never used, and say so.
@Suite
struct UnusablePricesTests {
    @Test
    func `bars after the last closed session are left out and reported`() throws {
        let bench = try ImportBench()
        let bars = try ImportBench.bars()
        var last = try #require(bars.last)
        last.day = try #require(TradingDay(iso8601: "2099-01-02"))
        let report = try bench.prices(bench.database.write(PricesText.csv(bars + [last]), to: "AAA.csv"))
        #expect(report.bars == bars.count)
        #expect(report.problems.contains { $0.contains("2099-01-02") && $0.contains("last closed session") })
        let stored = try bench.store.read { try PriceStore($0).bars(ofTicker: "AAA") }
        #expect(stored.map(\.bar) == bars)
    }

    @Test
    func `bars from before the calendar begins are kept and do not stop the series`() throws {
        let bench = try ImportBench()
        let bars = try ImportBench.bars()
        var early = try #require(bars.first)
        early.day = try #require(TradingDay(iso8601: "1984-09-07"))
        _ = try bench.prices(bench.database.write(PricesText.csv([early] + bars), to: "AAA.csv"))
        let series = try bench.store.read {
            try PriceStore($0).priceSeries(ofTicker: "AAA", calendar: .xnys)
        }
        #expect(series?.adjusted.count { !$0.isNaN } == bars.count)
    }
}
