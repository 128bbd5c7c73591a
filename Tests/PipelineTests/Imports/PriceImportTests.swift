import EngineTestSupport
import Foundation
import Market
import Pipeline
import Storage
import Testing

@Suite
struct PriceImportTests {
    @Test
    func `importing twice changes nothing`() throws {
        let bench = try ImportBench()
        for (ticker, seed) in [("AAA", 3), ("BBB", 4)] as [(String, UInt64)] {
            try bench.database.write(
                PricesText.csv(try ImportBench.bars(seed: seed)),
                to: "prices/\(ticker).csv"
            )
        }
        let first = try bench.prices(bench.database.file("prices"))
        #expect(first.written == ["AAA", "BBB"] && first.bars == 600 && first.files == 2)
        #expect(first.problems.isEmpty && first.findings.isEmpty)
        let before = try bench.dump()
        let second = try bench.prices(bench.database.file("prices"))
        #expect(second.written.isEmpty && second.unchanged == ["AAA", "BBB"])
        #expect(try bench.latestRun().status == .nothingToDo)
        #expect(try bench.dump() == before)
    }

    @Test
    func `bars come back as the file has them, whatever their order`() throws {
        let bars = try ImportBench.bars()
        let bench = try ImportBench()
        try bench.prices(bench.database.write(PricesText.csv(bars.reversed()), to: "AAA.csv")).expectClean()
        #expect(try bench.store.read { try PriceStore($0).bars(ofTicker: "AAA") }.map(\.bar) == bars)
    }

    @Test
    func `many symbols in one file, packed or not, give what one file each gives`() throws {
        let one = try ImportBench()
        var lines = ["ticker,date,open,high,low,close,adj_close,volume,dividends,stock_splits"]
        for (ticker, seed) in [("AAA", 3), ("BBB", 4)] as [(String, UInt64)] {
            let text = PricesText.csv(try ImportBench.bars(seed: seed))
            try one.database.write(text, to: "prices/\(ticker).csv")
            lines += text.split(separator: "\n").dropFirst().map { "\(ticker),\($0)" }
        }
        _ = try one.prices(one.database.file("prices"))
        let reference = try TableDump.lines("prices", of: one.store)
        let all = Array(lines.joined(separator: "\n").utf8)
        for (name, bytes) in [("all.csv", all), ("all.csv.gz", PackedBytes.gzip(all))] {
            let bench = try ImportBench()
            try bench.prices(bench.database.write(bytes, to: name)).expectClean()
            #expect(try TableDump.lines("prices", of: bench.store) == reference)
        }
        let single = try ImportBench()
        let packed = PackedBytes.gzip(Array(PricesText.csv(try ImportBench.bars()).utf8))
        #expect(try single.prices(single.database.write(packed, to: "AAA.csv.gz")).written == ["AAA"])
    }

    // MARK: Adjustment

    @Test
    func `a part with another adjustment is refused and leaves the series as it was`() throws {
        let bench = try ImportBench()
        let bars = try ImportBench.bars()
        _ = try bench.prices(bench.database.write(PricesText.csv(bars), to: "AAA.csv"))
        let before = try bench.dump()
        // The newest 60 days and 20 more, taken after a dividend of 1 % that the stored closes know nothing of.
        var part = try ImportBench.bars(240..<320)
        for index in part.indices { part[index].adjustedClose *= 0.99 }
        let report = try bench.prices(bench.database.write(PricesText.csv(part), to: "new/AAA.csv"))
        #expect(report.written.isEmpty)
        #expect(report.problems.count == 1)
        #expect(report.problems.first?.contains("prices of AAA are adjusted differently") == true)
        #expect(report.problems.first?.contains("import the whole history of AAA") == true)
        #expect(try bench.dump() == before)
    }

    @Test(arguments: [(240, 320), (299, 320), (300, 320), (100, 200)])
    func `a part that agrees on the common days is joined, and gives what the whole file gives`(
        part: (first: Int, end: Int)
    ) throws {
        let whole = try ImportBench()
        let end = max(part.end, 300)
        _ = try whole.prices(
            whole.database.write(PricesText.csv(try ImportBench.bars(0..<end)), to: "AAA.csv")
        )
        let bench = try ImportBench()
        _ = try bench.prices(bench.database.write(PricesText.csv(try ImportBench.bars()), to: "AAA.csv"))
        let given = try ImportBench.bars(part.first..<part.end)
        let report = try bench.prices(bench.database.write(PricesText.csv(given), to: "new/AAA.csv"))
        #expect(report.problems.isEmpty)
        #expect(report.written.isEmpty == (part.end <= 300))
        for table in ["prices", "price_breaks"] {
            #expect(
                try TableDump.lines(table, of: bench.store) == TableDump.lines(table, of: whole.store)
            )
        }
        let vintages = try [bench, whole].map { try $0.store.read { try PriceStore($0).allSeries() } }
        #expect(vintages[0]["AAA"]?.vintage == vintages[1]["AAA"]?.vintage)
    }

    @Test
    func `one corrected close in a part is a correction`() throws {
        let bench = try ImportBench()
        _ = try bench.prices(bench.database.write(PricesText.csv(try ImportBench.bars()), to: "AAA.csv"))
        var part = try ImportBench.bars(240..<320)
        part[10].adjustedClose *= 1.003
        part[10].close *= 1.003
        try bench.prices(bench.database.write(PricesText.csv(part), to: "new/AAA.csv")).expectClean()
        let stored = try bench.store.read { try PriceStore($0).bars(ofTicker: "AAA") }
        #expect(stored.count == 320)
        #expect(stored[250].bar.adjustedClose == part[10].adjustedClose)
    }

    @Test
    func `a whole history with another adjustment replaces the stored one`() throws {
        let bench = try ImportBench()
        let bars = try ImportBench.bars()
        _ = try bench.prices(bench.database.write(PricesText.csv(bars), to: "AAA.csv"))
        var adjusted = try ImportBench.bars(0..<310)
        for index in adjusted.indices.dropLast(10) { adjusted[index].adjustedClose *= 0.97 }
        try bench.prices(bench.database.write(PricesText.csv(adjusted), to: "new/AAA.csv")).expectClean()
        #expect(
            try bench.store.read { try PriceStore($0).bars(ofTicker: "AAA") }.map(\.bar) == adjusted
        )
    }

    // MARK: Files that are not what they should be

    @Test
    func `bad rows are reported with file, line and reason, and the rest is kept`() throws {
        let bench = try ImportBench()
        let bars = try ImportBench.bars()
        var lines = PricesText.csv(bars).split(separator: "\n").map(String.init)
        lines[10] = lines[10].replacingOccurrences(of: ",", with: ";")
        lines[20] = "2020-02-30" + lines[20].dropFirst(10)
        lines[30] = lines[30].split(separator: ",").map {
            $0 == lines[30].split(separator: ",")[4] ? "abc" : $0
        }
        .joined(separator: ",")
        lines[40] += ",1,2,3"
        lines[50] = ""
        let report = try bench.prices(
            bench.database.write(lines.joined(separator: "\n"), to: "AAA.csv")
        )
        #expect(report.bars == bars.count - 5)
        #expect(report.problems.count == 4)
        for (problem, line) in zip(report.problems, [11, 21, 31, 41]) {
            #expect(problem.hasPrefix("AAA.csv: "), "\(problem)")
            #expect(problem.contains("line \(line)"), "\(problem)")
        }
    }

    /// Files that are refused whole.
    enum Refused: String, CaseIterable {
        case empty
        case html
        case picture
        case otherColumns
        case brokenJSON
        case cutPack
        case binary

        var bytes: [UInt8] {
            switch self {
            case .empty: []
            case .html: Array("<!DOCTYPE html><html><title>404</title></html>".utf8)
            case .picture:
                [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + [UInt8](repeating: 0, count: 99)
            case .otherColumns: Array("event_id,ticker\n1,AAA\n".utf8)
            case .brokenJSON: Array(#"{"chart":{"result":[{"meta":{"symbol":"AAA"},"timesta"#.utf8)
            case .cutPack: Array(PackedBytes.gzip(Array("date,close\n2020-01-02,1\n".utf8)).dropLast(9))
            case .binary: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167) }
            }
        }
    }

    @Test(arguments: Refused.allCases)
    func `a file that is refused leaves the database as it was, alone and among others`(
        file: Refused
    ) throws {
        let bench = try ImportBench()
        _ = try bench.prices(bench.database.write(PricesText.csv(try ImportBench.bars()), to: "AAA.csv"))
        let before = try bench.dump()
        let path = try bench.database.write(file.bytes, to: "bad/AAA.csv")
        let error = #expect(throws: ImportError.self) { try bench.prices(path) }
        #expect("\(error.map { "\($0)" } ?? "")".contains("AAA.csv: "))
        #expect(try bench.dump() == before)
        #expect(try bench.latestRun().status == .failed)

        try bench.database.write(PricesText.csv(try ImportBench.bars(seed: 4)), to: "bad/BBB.csv")
        let report = try bench.prices(bench.database.file("bad"))
        #expect(report.written == ["BBB"] && report.problems.count == 1)
        #expect(report.problems.first?.hasPrefix("AAA.csv: ") == true)
        #expect(try bench.store.read { try PriceStore($0).bars(ofTicker: "AAA") }.count == 300)
    }

    @Test
    func `a file cut off anywhere keeps whole rows and reports the rest`() throws {
        let bars = try ImportBench.bars(0..<30)
        let text = Array(PricesText.csv(bars).utf8)
        for length in stride(from: 90, to: text.count, by: 131) {
            let bench = try ImportBench()
            let path = try bench.database.write(Array(text[..<length]), to: "AAA.csv")
            let report = try bench.prices(path)
            let stored = try bench.store.read { try PriceStore($0).bars(ofTicker: "AAA") }.map(\.bar)
            // Only the last field of the last row can be shortened unseen; it is the split factor, 0 here.
            #expect(stored == Array(bars.prefix(stored.count)))
            let complete = text[..<length].count { $0 == UInt8(ascii: "\n") } - 1
            #expect((complete...complete + 1).contains(stored.count))
            #expect(report.problems.count <= 1)
        }
    }

    @Test
    func `a huge field is one bad row`() throws {
        let bench = try ImportBench()
        let bars = try ImportBench.bars()
        var lines = PricesText.csv(bars).split(separator: "\n").map(String.init)
        lines[7] = "2019-01-10," + String(repeating: "9", count: 8_000_000) + ",1,1,1,1,1,0,0"
        lines[9] = "\"" + String(repeating: "x", count: 4_000_000) + "\",1,1,1,1,1,1,0,0"
        let report = try bench.prices(bench.database.write(lines.joined(separator: "\n"), to: "AAA.csv"))
        #expect(report.bars >= bars.count - 2)
        #expect(report.problems.allSatisfy { $0.utf8.count < 400 })
        #expect(!report.problems.isEmpty)
    }

    @Test
    func `a path that is missing, or a folder without price files, is said to be so`() throws {
        let bench = try ImportBench()
        #expect(throws: ImportError.missing("/nowhere/at/all")) { try bench.prices("/nowhere/at/all") }
        try bench.database.write("x", to: "folder/readme.md")
        let error = #expect(throws: ImportError.self) { try bench.prices(bench.database.file("folder")) }
        #expect("\(error.map { "\($0)" } ?? "")".contains(".csv"))
    }

    @Test
    func `bars on closed days are kept, named and not used`() throws {
        let bench = try ImportBench()
        let bars = try ImportBench.bars()
        let saturday = try #require(bars.first { $0.day.weekday == 5 }).day.advanced(byDays: 1)
        var more = bars
        more.append(
            Bar(day: saturday, open: 1, high: 1, low: 1, close: 1, adjustedClose: 1, volume: 1)
        )
        let report = try bench.prices(bench.database.write(PricesText.csv(more), to: "AAA.csv"))
        #expect(report.findings.map(\.finding.reason) == [.notASession])
        #expect(report.findings.map(\.ticker) == ["AAA"])
        let stored = try bench.store.read { try PriceStore($0).bars(ofTicker: "AAA") }
        #expect(stored.count == 301 && stored.filter { $0.quarantined == .notASession }.count == 1)
    }

    @Test
    func `imports in parallel wait for one another`() async throws {
        let bench = try ImportBench()
        for number in 0..<12 {
            try bench.database.write(
                PricesText.csv(try ImportBench.bars(seed: UInt64(number))),
                to: "part\(number % 3)/T\(number).csv"
            )
        }
        let (folder, now, path) = (bench.database.folder, bench.now, bench.database.path)
        let written = try await withThrowingTaskGroup(of: Int.self) { group in
            // Each folder is imported twice at once.
            for worker in 0..<6 {
                group.addTask {
                    let context = JobContext.test(try Store(path: path), now: now)
                    return try PriceImportJob(context).run(path: "\(folder)/part\(worker % 3)").written.count
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(written == 12)
        let series = try bench.store.read { try PriceStore($0).allSeries() }
        #expect(series.count == 12)
        #expect(try bench.store.read { try $0.count("SELECT count(*) FROM prices") } == 3600)
        #expect(try bench.store.facts().problem == nil)
    }
}

extension PriceImportReport {
    /// Nothing was refused and nothing noticed.
    func expectClean(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(problems.isEmpty, sourceLocation: sourceLocation)
        #expect(findings.isEmpty, sourceLocation: sourceLocation)
        #expect(!written.isEmpty, sourceLocation: sourceLocation)
    }
}
