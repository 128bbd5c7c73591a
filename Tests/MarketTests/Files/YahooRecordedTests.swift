import Archives
import Foundation
import Market
import TestSupport
import Testing

@Suite
struct YahooErrorTests {
    private func parse(_ text: String, _ ticker: String? = nil) throws -> ParsedPrices {
        try PriceFile.parse(Array(text.utf8), ticker: ticker)
    }

    @Test(arguments: ["chart", "finance", "quoteSummary"])
    func `an error is one in whichever member it stands`(member: String) {
        let body =
            "{\"\(member)\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data\"}}}"
        for text in [body, "{\"response\":{\"status\":404,\"bodyJson\":\(body)}}"] {
            #expect(throws: PriceFileError.refusedBySource(message: "Not Found: No data")) { try parse(text) }
        }
    }

    @Test
    func `a recorded answer in plain text is a table or a refusal`() throws {
        let table = "{\"response\":{\"status\":200,\"body\":\"Date,Close,Adj Close\\n2020-01-02,10,9\\n\"}}"
        #expect(try parse(table, "MADE").bars["MADE"]?.first?.adjustedClose == 9)
        let refusal = "{\"response\":{\"status\":400,\"body\":\"400 Bad Request: Data doesn't exist\"}}"
        #expect(throws: PriceFileError.refusedBySource(message: "400 Bad Request: Data doesn't exist")) {
            try parse(refusal, "MADE")
        }
    }

    /// A day whose session is open: the bar carries the time of the last trade, in place of the session's start.
    @Test
    func `the bar of a running session is left out, and the one that replaces it after the close counts`()
        throws
    {
        func answer(now: Int, timestamps: String, close: String) -> String {
            """
            {"chart":{"result":[{"meta":{"symbol":"MADE","exchangeTimezoneName":"America/New_York",
            "regularMarketTime":\(now),"currentTradingPeriod":{"regular":{"start":1704292200,"end":1704315600}}},
            "timestamp":\(timestamps),"indicators":{"quote":[{"open":\(close),"high":\(close),"low":\(close),
            "close":\(close),"volume":\(close)}],"adjclose":[{"adjclose":\(close)}]}}],"error":null}}
            """
        }
        let live = try parse(
            answer(now: 1_704_300_000, timestamps: "[1704205800,1704300000]", close: "[10,11]")
        )
        #expect(live.bars["MADE"]?.map(\.close) == [10])
        let both = try parse(
            answer(now: 1_704_300_000, timestamps: "[1704205800,1704292200,1704300000]", close: "[10,11,12]")
        )
        #expect(both.bars["MADE"]?.map(\.close) == [10])
        // After the close a second row of the day may follow the first.
        let closed = try parse(
            answer(now: 1_704_315_601, timestamps: "[1704205800,1704292200,1704315601]", close: "[10,11,12]")
        )
        let bars = closed.bars["MADE"] ?? []
        #expect(bars.map(\.day.iso8601) == ["2024-01-02", "2024-01-03", "2024-01-03"])
        #expect(PriceRepairer.repair(bars).bars.map(\.close) == [10, 12])
    }
}

@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct YahooRecordedTests {
    private func bytes(_ file: String) throws -> [UInt8] {
        let data = [UInt8](try Data(contentsOf: SharedData.url("recorded/yahoo_payloads/\(file)")))
        return file.hasSuffix(".gz") ? try Gzip.unpack(data) : data
    }

    private func files(_ parts: String...) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: SharedData.url("recorded/yahoo_payloads").path)
            .filter { file in parts.contains { file.contains($0) } }.sorted()
    }

    @Test
    func `every recorded answer about prices is read, or refused for its reason`() throws {
        var bars = 0
        var refused: [String] = []
        for file in try files("chart", "historical") {
            do {
                let prices = try PriceFile.parse(try bytes(file), ticker: "X")
                #expect(prices.problems.isEmpty, "\(file)")
                bars += prices.barCount
                for found in prices.bars.values {
                    #expect(PriceRepairer.repair(found).repairs == [], "\(file)")
                    #expect(PriceScreening.findings(found).isEmpty, "\(file)")
                }
            } catch let error as PriceFileError {
                refused.append(file)
                if case .refusedBySource(let message) = error {
                    #expect(message.contains("Data doesn't exist"))
                }
            }
        }
        #expect(bars > 3900)
        #expect(refused.count == 4, "\(refused)")
    }

    @Test
    func `answers of other services are no prices, and their errors are told`() throws {
        for file in try files("quoteSummary") {
            let error = #expect(throws: PriceFileError.self, "\(file)") {
                try PriceFile.parse(try bytes(file), ticker: "X")
            }
            if file.contains("ADH") {
                #expect(error?.description.contains("Not Found: No fundamentals dat") == true, "\(file)")
            }
        }
    }

    @Test
    func `dividends and splits of a year are on their days and agree with the adjusted closes`() throws {
        let dividends = try PriceFile.parse(
            try bytes("2025_historical-via-chart-MSFT-dividends-2021-02-01-to-2022-01-31.csv.json"),
            ticker: nil
        )
        let paying = (dividends.bars["MSFT"] ?? []).filter { $0.dividend > 0 }
        #expect(paying.map(\.day.iso8601) == ["2021-02-17", "2021-05-19", "2021-08-18", "2021-11-17"])
        #expect(paying.map(\.dividend) == [0.56, 0.56, 0.56, 0.62])
        let splits = try PriceFile.parse(
            try bytes("2025_historical-via-chart-NVDA-split-2021-02-01-to-2022-01-31.csv.json"),
            ticker: nil
        )
        let split = (splits.bars["NVDA"] ?? []).filter { $0.splitFactor > 0 }
        #expect(split.map(\.day.iso8601) == ["2021-07-20"])
        #expect(split.map(\.splitFactor) == [4])
        let none = try PriceFile.parse(
            try bytes("2025_historical-via-chart-dividends-TSLA-no-dividends.json.gz"),
            ticker: nil
        )
        #expect(none.bars["TSLA"]?.count == 3303)
        #expect(none.bars["TSLA"]?.allSatisfy { $0.dividend == 0 && $0.splitFactor == 0 } == true)
    }
}
