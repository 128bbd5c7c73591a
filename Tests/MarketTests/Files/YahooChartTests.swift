import Foundation
import Market
import TestSupport
import Testing

@Suite("Prices from Yahoo chart answers")
struct YahooChartTests {
    private func parse(_ text: String) throws -> ParsedPrices { try YahooChart.parse(Array(text.utf8)) }

    /// An answer for a made-up stock with the given parts.
    private func answer(
        meta: String =
            "\"symbol\":\"MADE\",\"gmtoffset\":-18000,\"exchangeTimezoneName\":\"America/New_York\"",
        timestamps: String = "[1704205800,1704292200]",
        close: String = "[10,11]",
        events: String = "{}",
        adjclose: String? = "[9,10]"
    ) -> String {
        let adjusted = adjclose.map { ",\"adjclose\":[{\"adjclose\":\($0)}]" } ?? ""
        return """
            {"chart":{"result":[{"meta":{\(meta)},"timestamp":\(timestamps),"events":\(events),
            "indicators":{"quote":[{"open":\(close),"high":\(close),"low":\(close),"close":\(close),
            "volume":\(close)}]\(adjusted)}}],"error":null}}
            """
    }

    @Test("reads bars, dividends and splits")
    func bars() throws {
        let events = """
            {"dividends":{"1704205800":{"amount":0.25,"date":1704205800},"x":{"amount":0.5,"date":1704205800}},
            "splits":{"1704292200":{"date":1704292200,"numerator":4,"denominator":1,"splitRatio":"4:1"}}}
            """
        let prices = try parse(answer(events: events))
        let first = Bar(
            day: try day("2024-01-02"),
            open: 10,
            high: 10,
            low: 10,
            close: 10,
            adjustedClose: 9,
            volume: 10,
            dividend: 0.75,
            splitFactor: 0
        )
        let second = Bar(
            day: try day("2024-01-03"),
            open: 11,
            high: 11,
            low: 11,
            close: 11,
            adjustedClose: 10,
            volume: 11,
            dividend: 0,
            splitFactor: 4
        )
        #expect(prices.bars == ["MADE": [first, second]])
        #expect(prices.problems.isEmpty && prices.notes.isEmpty)
    }

    @Test("reads an answer inside a recorded exchange, as a tree or as text")
    func wrapped() throws {
        let plain = answer()
        let text = plain.replacing("\"", with: "\\\"").replacing("\n", with: "")
        for wrapped in [
            "{\"request\":{},\"response\":{\"ok\":true,\"bodyJson\":\(plain)}}",
            "{\"response\":{\"body\":\"\(text)\"}}", "{\"response\":{\"body\":\(plain)}}",
        ] {
            #expect(try parse(wrapped).bars == parse(plain).bars)
        }
    }

    @Test("leaves days without a close out and keeps the rest")
    func nulls() throws {
        let prices = try parse(
            answer(
                timestamps: "[1704205800,1704292200,1704378600,null,1e300]",
                close: "[10,null,12,13,14]",
                adjclose: "[9,null,11,12,13]"
            )
        )
        #expect(prices.bars["MADE"]?.map(\.day.iso8601) == ["2024-01-02", "2024-01-04"])
        #expect(prices.problems.map(\.line) == [4, 5])
        #expect(prices.notes == ["MADE: days without a close left out: 1"])
    }

    @Test("takes the day of the exchange, through changes of its clock")
    func days() throws {
        // Midnight in London in summer, told with the offset of winter.
        let london = try parse(
            answer(
                meta: "\"symbol\":\"X.L\",\"gmtoffset\":0,\"exchangeTimezoneName\":\"Europe/London\"",
                timestamps: "[1720047600,1704207600]"
            )
        )
        #expect(london.bars["X.L"]?.map(\.day.iso8601) == ["2024-07-04", "2024-01-02"])
        let tokyo = try parse(
            answer(meta: "\"symbol\":\"7203.T\",\"gmtoffset\":32400", timestamps: "[1704412800,1704672000]")
        )
        #expect(tokyo.bars["7203.T"]?.map(\.day.iso8601) == ["2024-01-05", "2024-01-08"])
        // New York's summer, told with the offset of winter: 16:00 is the same day either way.
        let newYork = try parse(answer(timestamps: "[1720017000,1720209600]"))
        #expect(newYork.bars["MADE"]?.map(\.day.iso8601) == ["2024-07-03", "2024-07-05"])
    }

    @Test("leaves the bar of a session out that had not closed")
    func unfinished() throws {
        func meta(now: Int) -> String {
            """
            "symbol":"MADE","exchangeTimezoneName":"America/New_York","regularMarketTime":\(now),
            "currentTradingPeriod":{"regular":{"start":1704292200,"end":1704315600}}
            """
        }
        let open = try parse(answer(meta: meta(now: 1_704_300_000)))
        #expect(open.bars["MADE"]?.map(\.day.iso8601) == ["2024-01-02"])
        #expect(open.notes == ["MADE: the bar of 2024-01-03 is left out, its session had not closed"])
        #expect(try parse(answer(meta: meta(now: 1_704_315_601))).bars["MADE"]?.count == 2)
    }

    @Test("says where the close stands in for the adjusted close")
    func withoutAdjusted() throws {
        let prices = try parse(answer(adjclose: nil))
        #expect(prices.bars["MADE"]?.map(\.adjustedClose) == [10, 11])
        #expect(prices.notes.first?.contains("no adjclose") == true)
    }

    @Test("reads an answer without bars as empty")
    func noBars() throws {
        let prices = try parse(
            "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"MADE\"},\"indicators\":{\"quote\":[{}]}}],\"error\":null}}"
        )
        #expect(prices.bars.isEmpty && prices.problems.isEmpty)
    }

    @Test("refuses answers that hold no daily prices")
    func refused() {
        let error =
            "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data found\"}}}"
        #expect(throws: PriceFileError.refusedBySource(message: "Not Found: No data found")) {
            try parse(error)
        }
        for text in [
            "", "{", "[]", "{\"chart\":1}", "{\"chart\":{\"result\":[]}}", "{\"chart\":{\"result\":[{}]}}",
            "{\"response\":{\"body\":\"<html>\"}}", answer(close: "[10]"), answer(adjclose: "[1,2,3]"),
            answer(meta: "\"symbol\":\"MADE\",\"dataGranularity\":\"1m\""), answer(meta: "\"symbol\":\"\""),
            answer(close: "\"10,11\""),
        ] {
            #expect(throws: PriceFileError.self, "\(text.prefix(80))") { try parse(text) }
        }
    }

    @Test("reads every recorded answer", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func recorded() throws {
        let folder = SharedData.url("recorded/yahoo_payloads")
        var count = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where file.contains("chart") && file.hasSuffix(".json") {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
            if file.contains("interval-1m") {
                #expect(throws: PriceFileError.self) { try PriceFile.parse(bytes, ticker: nil) }
                continue
            }
            let prices = try PriceFile.parse(bytes, ticker: nil)
            #expect(prices.problems.isEmpty, "\(file)")
            #expect(prices.bars.count <= 1)
            count += 1
        }
        #expect(count > 30)
        let bytes = [UInt8](
            try Data(contentsOf: folder.appending(path: "2025_chart-AAPL-2020-08-31-to-2020-11-07.json"))
        )
        let bars = try #require(try PriceFile.parse(bytes, ticker: nil).bars["AAPL"])
        #expect(bars.count == 49)
        #expect(bars.first?.day.iso8601 == "2020-08-31")
        #expect(bars.first?.splitFactor == 4)
        #expect(bars.last?.day.iso8601 == "2020-11-06")
        #expect(bars.last?.dividend == 0.205)
        #expect(PriceSeriesBuilder().build(ticker: "AAPL", bars: bars).findings.isEmpty)
    }
}
