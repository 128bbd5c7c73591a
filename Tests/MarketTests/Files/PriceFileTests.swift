import Foundation
import Market
import TestSupport
import Testing

@Suite("Price files of any kind")
struct PriceFileTests {
    @Test("recognises the kind from the content")
    func kinds() throws {
        func parse(_ text: String) throws -> ParsedPrices {
            try PriceFile.parse(Array(text.utf8), ticker: "MADE")
        }
        let line = "{\"date\":\"2024-01-02\",\"close\":2,\"adj_close\":2}"
        for text in [
            "date,close,adj_close\n2024-01-02,2,2\n", "\u{FEFF}\n date,close,adj_close\n2024-01-02,2,2\n",
            line,
            "\u{FEFF}\(line)\n", "\n\(line)\n\(line)\n",
        ] {
            #expect(try parse(text).bars["MADE"]?.first?.close == 2, "\(text)")
        }
        let chart = """
            {"chart":{"result":[{"meta":{"symbol":"OTHER"},"timestamp":[1704205800],"indicators":{"quote":
            [{"open":[1],"high":[1],"low":[1],"close":[1],"volume":[1]}]}}],"error":null}}
            """
        #expect(try parse(chart).bars.keys.sorted() == ["OTHER"])
    }

    @Test(
        "refuses other content",
        arguments: ["", "  \n", "{", "{\"chart\":{}}", "{\"a\":{}}", "PK\u{3}\u{4}", "<html>"]
    )
    func refused(text: String) {
        #expect(throws: PriceFileError.self) { try PriceFile.parse(Array(text.utf8), ticker: "MADE") }
    }

    @Test("reads every real price file whole", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func realFiles() throws {
        var bars = 0
        let folder = SharedData.url("prices")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
            let prices = try PriceFile.parse(bytes, ticker: String(file.dropLast(4)))
            #expect(prices.problems.isEmpty && prices.notes.isEmpty, "\(file)")
            bars += prices.barCount
        }
        #expect(bars == 539_035)
    }

    @Test(
        "reads the recorded broken files of other exchanges",
        .enabled(if: SharedData.isPresent, "\(SharedData.absence)")
    )
    func brokenFiles() throws {
        func findings(_ name: String) throws -> [QuarantineReason] {
            let bytes = [UInt8](try Data(contentsOf: SharedData.url("recorded/nasty_prices/\(name).csv")))
            let prices = try PriceFile.parse(bytes, ticker: "X")
            #expect(prices.problems.isEmpty)
            return PriceSeriesBuilder().build(ticker: "X", bars: prices.bars["X"] ?? []).findings.map(
                \.reason
            )
            .filter { $0 != .notASession }
        }
        #expect(try findings("4063-T-1d-bad-stock-split") == [.missingSplit])
        #expect(try findings("4063-T-1d-bad-stock-split-fixed").isEmpty)
        #expect(try findings("SSW-JO-1d-100x-error") == [.missingSplit])
        #expect(try findings("SSW-JO-1d-100x-error-fixed").isEmpty)
        #expect(try findings("AET-L-1d-100x-error").contains(.unitError))
        #expect(try !findings("AET-L-1d-100x-error-fixed").contains(.unitError))
        #expect(throws: PriceFileError.self) { try findings("ASAI-L-1h-bad-unit") }
        #expect(throws: PriceFileError.self) { try findings("EA-15m-no-bad-divs") }
    }

    @Test("reads Stooq's files", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func stooq() throws {
        let bytes = [UInt8](try Data(contentsOf: SharedData.url("recorded/stooq/spy_us_d2.csv")))
        let prices = try PriceFile.parse(bytes, ticker: "spy")
        #expect(prices.problems.isEmpty)
        #expect(prices.notes.count == 1)
        let result = PriceSeriesBuilder().build(ticker: "SPY", bars: prices.bars["SPY"] ?? [])
        #expect(result.findings.isEmpty)
        #expect(result.series.adjusted.allSatisfy { !$0.isNaN })
    }
}
