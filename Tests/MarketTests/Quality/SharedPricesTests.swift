import Foundation
import Market
import TestSupport
import Testing

@Suite(
    "Quarantine on real prices",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)")
)
struct SharedPricesTests {
    let calendar = ExchangeCalendar.xnys

    private func bars(_ ticker: String) throws -> [Bar] {
        let bytes = [UInt8](try Data(contentsOf: SharedData.url("prices/\(ticker).csv")))
        return try PricesCSV.parse(bytes, ticker: ticker).bars[ticker] ?? []
    }

    private func move(_ ticker: String, on text: String) throws -> Double {
        let series = PriceSeriesBuilder().build(ticker: ticker, bars: try bars(ticker)).series
        let session = try #require(try calendar.session(on: day(text)))
        #expect(!series.hasBreak(after: session - 1, through: session))
        return series.adjustedClose(at: session) / series.adjustedClose(at: session - 1) - 1
    }

    @Test(
        "lets known real moves pass",
        arguments: [
            ("SPY", "2008-10-13", 14.52), ("SPY", "2020-03-16", -10.94), ("META", "2022-02-03", -26.39),
            ("IMNN", "2017-10-03", 301.3), ("UNCY", "2023-03-06", 153.1), ("NKLA", "2020-06-08", 103.7),
            ("TWO", "2020-03-25", 79.3),
        ]
    )
    func knownMoves(ticker: String, text: String, percent: Double) throws {
        #expect(abs(try move(ticker, on: text) * 100 - percent) < 0.06)
    }

    @Test(
        "shows no jump on days of splits",
        arguments: [
            ("AAPL", "2020-08-31"), ("AAPL", "2014-06-09"), ("AAPL", "2005-02-28"), ("TSLA", "2020-08-31"),
            ("TSLA", "2022-08-25"), ("NVDA", "2021-07-20"), ("NVDA", "2007-09-11"), ("GOOGL", "2022-07-18"),
            ("GOOGL", "2014-04-03"), ("AMZN", "2022-06-06"), ("GE", "2021-08-02"),
        ]
    )
    func splitDays(ticker: String, text: String) throws {
        #expect(abs(try move(ticker, on: text)) < 0.13)
    }

    @Test("finds nothing in 101 stocks but stale runs and one spin-off")
    func allFiles() throws {
        var counts: [QuarantineReason: Int] = [:]
        var stale: Set<String> = []
        var breaks: [String] = []
        var largeMoves = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: SharedData.url("prices").path) {
            let ticker = String(file.dropLast(4))
            let result = PriceSeriesBuilder().build(ticker: ticker, bars: try bars(ticker))
            for finding in result.findings {
                counts[finding.reason, default: 0] += 1
                if finding.reason == .staleRun { stale.insert(ticker) }
                if finding.reason == .missingSplit { breaks.append("\(ticker) \(finding.day)") }
            }
            largeMoves += result.series.returns(over: 1).count { abs($0) > 0.4 }
        }
        #expect(Set(counts.keys) == [.staleRun, .missingSplit])
        #expect(breaks == ["EXPE 2011-12-21"])
        #expect(stale == ["LCW", "MDXG", "NKLA", "STI"])
        #expect(largeMoves > 50)
    }

    @Test("finds at least nine in ten splits put into real prices", arguments: [1.5, 2, 4, 20, 0.5, 0.1])
    func recall(factor: Double) throws {
        var found = 0
        var made = 0
        for ticker in ["AAPL", "JPM", "IMNN", "SPY", "PFE", "NVDA", "ALKS", "MRK"] {
            let original = try bars(ticker)
            for split in stride(from: 300, to: original.count, by: 397) {
                var bars = original
                bars.scale(..<split, by: factor, volume: true)
                let breaks = PriceSeriesBuilder().build(ticker: ticker, bars: bars).series.breaks
                made += 1
                if breaks.map({ calendar.day(ofSession: $0) }) == [original[split].day] { found += 1 }
            }
        }
        #expect(Double(found) >= 0.9 * Double(made), "\(found) of \(made)")
    }
}
