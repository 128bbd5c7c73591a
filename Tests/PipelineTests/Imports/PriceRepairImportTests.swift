import EngineTestSupport
import Foundation
import Market
import Pipeline
import Storage
import TestSupport
import Testing

/// What the import repairs is stored beside the source's own values.
@Suite
struct PriceRepairImportTests {
    @Test
    func `a repaired value is stored with the source's own, and reading the file again changes nothing`()
        throws
    {
        let bench = try ImportBench()
        let clean = try ImportBench.bars()
        var broken = clean
        for index in 100..<105 {
            broken[index].open *= 100
            broken[index].high *= 100
            broken[index].low *= 100
            broken[index].close *= 100
            broken[index].adjustedClose *= 100
        }
        let path = try bench.database.write(PricesText.csv(broken), to: "AAA.csv")
        let report = try bench.prices(path)
        #expect(report.repairs.count == 25 && report.findings.isEmpty)
        let stored = try bench.store.read { try PriceStore($0).bars(ofTicker: "AAA") }.map(\.bar)
        for (bar, right) in zip(stored, clean) {
            #expect(abs(bar.close - right.close) < 1e-9 * right.close)
        }
        #expect(try bench.store.read { try PriceStore($0).sourceBars(ofTicker: "AAA") } == broken)
        let before = try bench.dump()
        #expect(try bench.prices(path).unchanged == ["AAA"])
        #expect(try bench.dump() == before)
        var text = ""
        try ExportJob(bench.context).run(.prices, format: .csv) {
            text += String(decoding: $0, as: UTF8.self)
        }
        #expect(text.split(separator: "\n").count { $0.contains(",unit_error,") } == 5)
    }

    @Test
    func `the next part is joined to the source's own values`() throws {
        let bench = try ImportBench()
        var broken = try ImportBench.bars()
        broken[295].low = 0
        _ = try bench.prices(bench.database.write(PricesText.csv(broken), to: "AAA.csv"))
        var longer = try ImportBench.bars(240..<320)
        longer[55].low = 0
        let report = try bench.prices(bench.database.write(PricesText.csv(longer), to: "new/AAA.csv"))
        #expect(report.problems.isEmpty && report.written == ["AAA"])
        let whole = try ImportBench()
        var all = try ImportBench.bars(0..<320)
        all[295].low = 0
        _ = try whole.prices(whole.database.write(PricesText.csv(all), to: "AAA.csv"))
        for table in ["prices", "price_repairs"] {
            #expect(try TableDump.lines(table, of: bench.store) == TableDump.lines(table, of: whole.store))
        }
    }

    @Test(.enabled(if: SharedData.isPresent, "../shared/data is not there"))
    func `no value of the real series is repaired`() throws {
        let bench = try ImportBench()
        let report = try bench.prices(SharedData.url("prices").path)
        #expect(report.bars > 500_000)
        #expect(report.repairs.isEmpty)
    }

    @Test(.enabled(if: SharedData.isPresent, "../shared/data is not there"))
    func `every recorded broken file is repaired, set aside or refused, and clean ones stay`() throws {
        let folder = SharedData.url("recorded/nasty_prices").path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.contains(".csv") && !$0.contains("-fixed") }.sorted()
        #expect(names.count >= 25)
        for name in names {
            let bench = try ImportBench()
            let isClean = name.contains("no-bad")
            do {
                let report = try bench.prices("\(folder)/\(name)")
                let touched =
                    !report.repairs.isEmpty || report.findings.contains { $0.finding.reason != .notASession }
                #expect(report.repairs.isEmpty == isClean || !isClean && touched, "\(name)")
                if !isClean { #expect(touched, "\(name)") }
            } catch let error as ImportError {
                #expect("\(error)".contains("prices by the day are needed"), "\(name): \(error)")
            }
        }
    }
}
