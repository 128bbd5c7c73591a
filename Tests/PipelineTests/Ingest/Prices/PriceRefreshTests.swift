import EngineTestSupport
import Market
import Pipeline
import Storage
import Testing

@Suite
struct PriceRefreshTests {
    @Test
    func `the benchmark comes first and a second run writes nothing`() async throws {
        let bench = try RefreshBench()
        let first = try await bench.refresh()
        #expect(first.looked == ["SPY", "CAA", "CAB"] && first.prices.written == first.looked)
        #expect(first.problems.isEmpty && first.suspect.isEmpty && first.missing.isEmpty)
        #expect(try bench.bars("CAA") == Array(try #require(bench.world["CAA"]).prefix(350)))
        let before = try bench.dump()
        let second = try await bench.refresh()
        #expect(second.prices.written.isEmpty && second.prices.unchanged == first.looked)
        #expect(try bench.dump() == before)
    }

    @Test
    func `a fresh tail is joined and gives what the whole history gives`() async throws {
        let bench = try RefreshBench()
        try await bench.refresh()
        bench.service.change { $0.bars = bench.world.mapValues { Array($0.prefix(360)) } }
        let report = try await bench.refresh(359)
        let whole = try RefreshBench()
        whole.service.change { $0.bars = bench.world.mapValues { Array($0.prefix(360)) } }
        try await whole.refresh(359)
        #expect(report.prices.written == ["SPY", "CAA", "CAB"])
        for table in ["prices", "price_series"] {
            #expect(try TableDump.lines(table, of: bench.store) == TableDump.lines(table, of: whole.store))
        }
    }

    @Test
    func `prices count as final only some time after the close`() async throws {
        let bench = try RefreshBench()
        try await bench.refresh(349, hours: 1)
        #expect(try bench.bars("CAA").count == 349)
        try await bench.refresh(349, hours: 2)
        #expect(try bench.bars("CAA").count == 350)
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5])
    func `a run that is killed at any request and started again ends in the same database`(
        requests: Int
    ) async throws {
        let whole = try RefreshBench()
        try await whole.refresh()
        let bench = try RefreshBench()
        bench.service.change { $0.diesAfter = requests }
        let stopped = requests < 3
        do {
            try await bench.refresh()
            #expect(!stopped)
        } catch is CancellationError {
            #expect(stopped)
        }
        bench.service.change { $0.diesAfter = nil }
        try await bench.refresh()
        #expect(try bench.dump() == whole.dump())
    }

    @Test
    func `an outage of the first source falls back, and does not replace what the first one gave`()
        async throws
    {
        let bench = try RefreshBench()
        bench.service.change {
            $0.yahooIsDown = true
            $0.stooqHas = $0.bars
        }
        try await bench.refresh()
        #expect(try bench.source("CAA") == "stooq" && bench.bars("CAA").count == 350)

        let other = try RefreshBench()
        try await other.refresh()
        let before = try other.dump()
        other.service.change {
            $0.yahooIsDown = true
            $0.stooqHas = other.world.mapValues {
                $0.prefix(352).map { bar in
                    var bar = bar
                    bar.adjustedClose *= 0.99
                    return bar
                }
            }
        }
        let report = try await other.refresh(351)
        #expect(report.suspect.map(\.ticker) == ["SPY", "CAA", "CAB"] && report.prices.written.isEmpty)
        #expect(try other.dump() == before)
    }

    @Test
    func `when every source is out the run fails and the database stays`() async throws {
        let bench = try RefreshBench()
        let before = try bench.dump()
        bench.service.change { $0.yahooIsDown = true }
        await #expect(throws: PriceRefreshError.self) {
            try await bench.refresh(settings: PriceRefreshSettings(sources: [.yahoo]))
        }
        #expect(try bench.dump() == before)
    }

    /// Answers that are not what was asked for.
    enum Wrong: String, CaseIterable {
        case symbol, currency, interval
    }

    @Test(arguments: Wrong.allCases)
    func `an answer for another symbol, currency or interval is refused`(wrong: Wrong) async throws {
        let bench = try RefreshBench()
        let before = try bench.dump()
        bench.service.change {
            switch wrong {
            case .symbol: $0.otherSymbol = "ZZZ"
            case .currency: $0.currency = "GBp"
            case .interval: $0.interval = "1wk"
            }
        }
        let error = await #expect(throws: PriceRefreshError.self) {
            try await bench.refresh(settings: PriceRefreshSettings(sources: [.yahoo]))
        }
        let text = "\(error.map { "\($0)" } ?? "")"
        #expect(text.contains(["ZZZ", "GBp", "1wk"][Wrong.allCases.firstIndex(of: wrong) ?? 0]), "\(text)")
        #expect(try bench.dump() == before)
    }

    @Test
    func `a missing symbol is logged once, skipped with its reason and looked at again later`() async throws {
        let bench = try RefreshBench(symbols: ["CAA", "GONE"])
        let log = LogCollector()
        let first = try await bench.refresh(log: log)
        #expect(first.missing.map(\.ticker) == ["GONE"] && first.missing[0].reason.contains("No data found"))
        let second = try await bench.refresh(log: log)
        #expect(second.skipped == ["GONE"] && second.missing.isEmpty)
        let third = try await bench.refresh(365, log: log)
        #expect(third.missing.map(\.ticker) == ["GONE"])
        #expect(log.lines.count { $0.contains("GONE") } == 1)
        bench.service.change { $0.bars["GONE"] = $0.bars["CAB"] }
        try await bench.refresh(365, options: PriceRefreshOptions(tickers: ["GONE"]))
        #expect(try bench.store.read { try PriceStore($0).missingTickers() }.isEmpty)
    }

    @Test
    func `a dry run says what it would write and writes nothing`() async throws {
        let bench = try RefreshBench()
        let before = try TableDump.everything(of: bench.store)
        let report = try await bench.refresh(options: PriceRefreshOptions(dryRun: true))
        #expect(report.prices.written == ["SPY", "CAA", "CAB"])
        #expect(try TableDump.everything(of: bench.store) == before)
    }
}
