import Archives
import Foundation
import Market
import TestSupport
import Testing

@Suite
struct LeanFileTests {
    private func map(_ text: String) throws -> SymbolHistory { try LeanMapFile.parse(Array(text.utf8)) }

    @Test
    func `the first row is the first day, each further one the last day of its symbol`() throws {
        let history = try map("20041112,nwsa,Q\n20130628,nwsa,Q\n20190318,foxa,Q\n20190320,tfcfa,Q")
        #expect(history.current == "TFCFA")
        #expect(history.delistedOn == (try day("2019-03-20")))
        #expect(
            history.periods == [
                SymbolPeriod(symbol: "NWSA", from: try day("2004-11-12"), through: try day("2013-06-28")),
                SymbolPeriod(symbol: "FOXA", from: try day("2013-06-29"), through: try day("2019-03-18")),
                SymbolPeriod(symbol: "TFCFA", from: try day("2019-03-19"), through: try day("2019-03-20")),
            ]
        )
        let listed = try map("20051117,spwr,Q\r\n20080929,spwr,Q\r\n20111116,spwra,Q\r\n20501231,spwr,Q\r\n")
        #expect(listed.delistedOn == nil && listed.current == "SPWR")
        #expect(try listed.symbol(on: day("2010-01-04")) == "SPWRA")
        #expect(try listed.symbol(on: day("2024-01-02")) == "SPWR")
        #expect(try listed.symbol(on: day("2005-11-16")) == nil)
    }

    @Test(
        arguments: [
            ("", "line 1: the file is empty"), ("20200101", "line 1: 1 fields; 2 are needed"),
            ("2020-01-01,a", "line 1: \"2020-01-01\"; a day such as 20240308 is needed"),
            ("20200101,a b", "line 1: \"a b\"; a symbol is needed"),
            ("20200101,a\n20190101,a", "line 2: A from 2020-01-01 to 2019-01-01 ends before it begins"),
        ]
    )
    func `a row that is none is named`(text: String, description: String) {
        let error = #expect(throws: LeanFileError.self) { try map(text) }
        #expect(error?.description == description)
    }

    @Test
    func `factors hold through their day`() throws {
        let factors = try LeanFactorFile.parse(
            Array("20140606,0.9,0.25,600\n20200828,0.95,0.25,500\n20201105,0.96,1,119\n20501231,1,1,0".utf8)
        )
        let table = [
            ("2000-01-03", 0.9, 0.25), ("2014-06-06", 0.9, 0.25), ("2014-06-09", 0.95, 0.25),
            ("2020-08-31", 0.96, 1), ("2020-11-06", 1, 1), ("2060-01-02", 1, 1),
        ]
        for (on, dividend, split) in table {
            let found = factors.factors(on: try day(on))
            #expect(found.dividend == dividend && found.split == split, "\(on)")
        }
        let bar = Bar(
            day: try day("2014-06-06"),
            open: 4,
            high: 8,
            low: 2,
            close: 4,
            adjustedClose: 4,
            volume: 10
        )
        let adjusted = try #require(factors.adjusted([bar]).first)
        #expect(adjusted.close == 1 && adjusted.high == 2 && adjusted.volume == 40)
        #expect(abs(adjusted.adjustedClose - 0.9) < 1e-12)
        #expect(abs((factors.dividendYields[try day("2014-06-06")] ?? 0) - (1 - 0.9 / 0.95)) < 1e-12)
        #expect(throws: LeanFileError.self) { try LeanFactorFile.parse(Array("20140606,0,1,1".utf8)) }
        #expect(throws: LeanFileError.self) { try LeanFactorFile.parse(Array("20140606,x,1,1".utf8)) }
    }

    @Test
    func `raw bars are in ten-thousandths`() throws {
        let bars = try LeanDailyFile.parse(Array("19980102 00:00,136300,162500,135000,162500,6315000\n".utf8))
        let bar = Bar(
            day: try day("1998-01-02"),
            open: 13.63,
            high: 16.25,
            low: 13.5,
            close: 16.25,
            adjustedClose: 16.25,
            volume: 6_315_000
        )
        #expect(bars == [bar])
    }
}

@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct LeanRecordedTests {
    private func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: SharedData.url("recorded/lean/\(path)")))
    }

    private func raw(_ symbol: String) throws -> [Bar] {
        let archive = try ZipArchive(ByteSource(try bytes("daily/\(symbol).zip")))
        return try LeanDailyFile.parse(try archive.bytes(named: "\(symbol).csv"))
    }

    private func factors(_ symbol: String) throws -> AdjustmentFactors {
        try LeanFactorFile.parse(try bytes("factor_files/\(symbol).csv"))
    }

    @Test
    func `recorded map files make one map`() throws {
        let folder = SharedData.url("recorded/lean/map_files")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let histories = try files.map { try LeanMapFile.parse(try bytes("map_files/\($0)")) }
        // Washington Mutual's and Waste Management's rows claim WM for the same days; TWX changed hands within a day.
        var map: [SymbolHistory] = []
        for history in histories where (try? SymbolMap(map + [history])) != nil { map.append(history) }
        #expect(map.count >= files.count - 2)
        let all = try SymbolMap(map)
        #expect(try all.currentSymbol(of: "NB", on: day("1998-05-04")) == "BAC")
        #expect(try all.currentSymbol(of: "GOOG", on: day("2014-04-02")) == "GOOGL")
        #expect(try all.currentSymbol(of: "GOOG", on: day("2014-04-03")) == "GOOG")
        #expect(try all.currentSymbol(of: "QQQQ", on: day("2008-01-02")) == "QQQ")
        #expect(try all.currentSymbol(of: "FOXA", on: day("2018-01-02")) == "TFCFA")
        #expect(try all.currentSymbol(of: "VXX", on: day("2018-06-01")) == "VXX")
        #expect(try all.currentSymbol(of: "FB", on: day("2002-01-02")) == "FB")
        #expect(try SymbolMapCSV.parse(Array(SymbolMapCSV.text(all).utf8)) == all)
    }

    @Test
    func `raw bars times factors are the adjusted closes of another source`() throws {
        let bars = try factors("aapl").adjusted(try raw("aapl"))
        let other = try PriceFile.parse(
            [UInt8](try Data(contentsOf: SharedData.url("prices/AAPL.csv"))),
            ticker: "AAPL"
        )
        let byDay = Dictionary((other.bars["AAPL"] ?? []).map { ($0.day, $0) }, uniquingKeysWith: { $1 })
        // The two sources' closes differ by cents in early years; what is compared is the adjustment for dividends.
        var ratios: [Double] = []
        var near = 0
        for bar in bars {
            guard let same = byDay[bar.day] else { continue }
            ratios.append(bar.adjustedClose / bar.close / (same.adjustedClose / same.close))
            if abs(bar.close / same.close - 1) < 0.005 { near += 1 }
        }
        #expect(ratios.count > 5300)
        #expect(near * 50 > ratios.count * 49)
        // Dividends paid since are one factor.
        let since = try #require(ratios.last)
        #expect(ratios.allSatisfy { abs($0 / since - 1) < 0.000_15 })
    }

    @Test(arguments: ["aapl", "ibm", "bac", "spy", "iwm", "eem"])
    func `the repair works the same adjusted closes out from dividends alone`(symbol: String) throws {
        let factors = try factors(symbol)
        let expected = factors.adjusted(try raw(symbol))
        var bars = expected
        let yields = factors.dividendYields
        for index in bars.indices {
            bars[index].adjustedClose = bars[index].close
            guard index > 0, let yield = yields[bars[index - 1].day] else { continue }
            bars[index].dividend = yield * bars[index - 1].close
        }
        let paying = bars.count { $0.dividend > 0 }
        #expect(paying > 15)
        let repaired = PriceRepairer.repair(bars)
        #expect(
            repaired.repairs.allSatisfy { $0.reason == .dividendAdjustment && $0.field == .adjustedClose }
        )
        #expect(PriceScreening.findings(repaired.bars).filter { $0.reason == .suspectDividend }.isEmpty)
        let shift = (expected.last?.adjustedClose ?? .nan) / (repaired.bars.last?.adjustedClose ?? .nan)
        for (one, two) in zip(repaired.bars, expected) {
            #expect(abs(one.adjustedClose * shift / two.adjustedClose - 1) < 1e-9, "\(one.day)")
        }
    }
}
