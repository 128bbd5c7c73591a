import Archives
import Foundation
import Market
import TestSupport
import Testing

@Suite
struct StooqFileTests {
    private let heading = "Date,Open,High,Low,Close,Volume\n"
    private let row = "2026-01-20,610.53,615.055,607.05,608.06,81988898\n"
    private let bulk = "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n"

    private func parse(_ text: String, _ name: String?) throws -> ParsedPrices {
        try PriceFile.parse(Array(text.utf8), ticker: name)
    }

    @Test(arguments: ["AAPL_US_D", "aapl_us_d", "aapl_us_d2", "aapl.us", "AAPL.US"])
    func `a file's name states the symbol`(name: String) throws {
        let prices = try parse(heading + row, name)
        #expect(prices.bars.keys.sorted() == ["AAPL"])
        let bar = try #require(prices.bars["AAPL"]?.first)
        #expect(bar.day.iso8601 == "2026-01-20")
        #expect(bar.close == 608.06 && bar.adjustedClose == 608.06 && bar.volume == 81_988_898)
        // No close as traded: what the closes are is said once, and it is not what others' closes are.
        #expect(prices.notes.count == 1)
        #expect(prices.notes[0].contains("adjusted for dividends up to the file's last day"))
    }

    @Test(arguments: ["SPY", "BRK_B", "AAPL_DE_D", "_US_D", "A_US_X", "AAPL_US_DX"])
    func `other names state nothing, and the closes count as adjusted for splits only`(name: String) throws {
        let prices = try parse(heading + row, name)
        #expect(prices.bars.keys.sorted() == [name])
        #expect(prices.notes[0].contains("the close stands in for it"))
        #expect(!prices.notes[0].contains("up to the file's last day"))
    }

    @Test
    func `an adjusted close in the file speaks for itself`() throws {
        let prices = try parse("Date,Close,Adj Close\n2026-01-20,10,9\n", "AAPL_US_D")
        #expect(prices.bars["AAPL_US_D"]?.first?.adjustedClose == 9)
    }

    @Test
    func `a bulk file holds many symbols, those of the United States with a mark`() throws {
        let text =
            bulk
            + "AAPL.US,D,20260120,000000,1,2,0.5,1.5,100,0\nBRK-B.US,D,20260120,000000,1,2,0.5,1.5,100,0\n"
            + "BP.UK,D,20260120,000000,1,2,0.5,1.5,100,0\n"
        let prices = try parse(text, nil)
        #expect(prices.bars.keys.sorted() == ["AAPL", "BP.UK", "BRK-B"])
        #expect(prices.bars["AAPL"]?.first?.day.iso8601 == "2026-01-20")
        #expect(prices.notes.contains { $0.contains("up to the file's last day") })
        #expect(prices.notes.contains("columns kept out: <PER>, <TIME>, <OPENINT>"))
    }

    @Test
    func `Polish headings are understood`() throws {
        let text = "Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen\n2026-01-20,1,2,0.5,1.5,100\n"
        let bar = try #require(try parse(text, "aapl_us_d").bars["AAPL"]?.first)
        #expect(bar.open == 1 && bar.high == 2 && bar.low == 0.5 && bar.close == 1.5 && bar.volume == 100)
    }

    @Test
    func `weeks, months and minutes are refused`() {
        for name in ["aapl_us_w", "aapl_us_m", "aapl_us_q", "aapl_us_y"] {
            #expect(throws: PriceFileError.self, "\(name)") { try parse(heading + row, name) }
        }
        let minutes = bulk + "AAPL.US,5,20260120,153000,1,2,0.5,1.5,100,0\n"
        #expect(throws: PriceFileError.notDaily(detail: "<PER> is 5; D is accepted")) {
            try parse(minutes, nil)
        }
    }

    @Test(arguments: [
        "No data", "No data\r\n", "Brak danych", "Exceeded the daily hits limit",
        "Przekroczony dzienny limit wywolan",
    ])
    func `an answer without prices is one`(text: String) {
        #expect(throws: PriceFileError.refusedBySource(message: text.trimmingCharacters(in: .newlines))) {
            try parse(text, "aapl_us_d")
        }
    }

    @Test(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func `recorded closes are those of another source after dividends`() throws {
        let packed = [UInt8](try Data(contentsOf: SharedData.url("recorded/stooq/aapl_us_d.csv.gz")))
        let prices = try PriceFile.parse(try Gzip.unpack(packed), ticker: "aapl_us_d")
        let stooq = try #require(prices.bars["AAPL"])
        #expect(prices.problems.isEmpty)
        #expect(stooq.count > 10_000)
        let other = try PriceFile.parse(
            [UInt8](try Data(contentsOf: SharedData.url("prices/AAPL.csv"))),
            ticker: "AAPL"
        )
        let byDay = Dictionary((other.bars["AAPL"] ?? []).map { ($0.day, $0) }, uniquingKeysWith: { $1 })
        var adjusted: [Double] = []
        var split: [Double] = []
        for bar in stooq {
            guard let same = byDay[bar.day] else { continue }
            adjusted.append(bar.close / same.adjustedClose)
            split.append(bar.close / same.close)
        }
        #expect(adjusted.count > 6000)
        // Dividends paid after the other file was taken are one factor; single closes differ between the sources.
        #expect(adjusted.count { abs($0 / 0.9934 - 1) < 0.004 } * 50 >= adjusted.count * 49)
        #expect((split.min() ?? 1) < 0.84)
        for name in ["qqq_us_d", "spy_us_d2"] {
            let bytes = [UInt8](try Data(contentsOf: SharedData.url("recorded/stooq/\(name).csv")))
            let prices = try PriceFile.parse(bytes, ticker: name)
            #expect(prices.bars.keys.sorted() == [String(name.prefix(3)).uppercased()])
            #expect(prices.problems.isEmpty)
            let bars = prices.bars.values.first ?? []
            #expect(PriceRepairer.repair(bars).repairs == [])
            #expect(PriceScreening.findings(bars).isEmpty)
        }
    }
}
