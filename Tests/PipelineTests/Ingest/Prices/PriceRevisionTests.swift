import EngineTestSupport
import Market
import Pipeline
import Storage
import Testing

/// What later prices do to series and labels.
@Suite
struct PriceRevisionTests {
    @Test
    func `a split makes the whole history be read again and revises no label`() async throws {
        let bench = try RefreshBench()
        try await bench.refresh()
        _ = try bench.label(349)
        let labels = try TableDump.lines("event_outcomes", of: bench.store)
        #expect(!labels.isEmpty)
        bench.service.change { state in
            guard var bars = bench.world["CAA"].map({ Array($0.prefix(352)) }) else { return }
            for index in bars.indices.dropLast() { bars[index].divide(by: 4) }
            bars[351].divide(by: 4)
            bars[351].splitFactor = 4
            state.bars = bench.world.mapValues { Array($0.prefix(352)) }
            state.bars["CAA"] = bars
        }
        let report = try await bench.refresh(351)
        #expect(report.reread.map(\.ticker) == ["CAA"])
        let stored = try bench.bars("CAA")
        let former = try #require(bench.world["CAA"])
        #expect(stored.count == 352)
        #expect(zip(stored, former).allSatisfy { abs($0.adjustedClose / $1.adjustedClose - 0.25) < 1e-9 })
        let again = try bench.label(351)
        #expect(again.cells.values.allSatisfy { $0.revised == 0 })
        #expect(try TableDump.lines("event_outcome_revisions", of: bench.store).isEmpty)
    }

    @Test
    func `a corrected price revises the label and keeps the old value`() async throws {
        let bench = try RefreshBench()
        try await bench.refresh()
        _ = try bench.label(349)
        bench.service.change { state in
            state.bars = bench.world.mapValues { Array($0.prefix(341)) }
            state.bars["CAA"]?[339].close *= 1.01
            state.bars["CAA"]?[339].adjustedClose *= 1.01
        }
        let report = try await bench.refresh(349)
        #expect(report.suspect.contains { $0.ticker == "CAA" }, "an answer that ends early is not believed")
        bench.service.change { state in
            state.bars = bench.world.mapValues { Array($0.prefix(351)) }
            state.bars["CAA"]?[339].close *= 1.01
            state.bars["CAA"]?[339].adjustedClose *= 1.01
        }
        let corrected = try await bench.refresh(350)
        #expect(corrected.reread.map(\.ticker) == ["CAA"])
        let again = try bench.label(350)
        #expect(again.cells.values.reduce(0) { $0 + $1.revised } == 1)
        #expect(try TableDump.lines("event_outcome_revisions", of: bench.store).count == 1)
    }

    @Test
    func `an event under an old symbol takes the successor's prices, and a delisted one ends`() async throws {
        let bench = try RefreshBench(symbols: ["OLD", "DEAD"])
        let end = try #require(bench.world["CAB"]?[330].day)
        bench.service.change { $0.bars["NEW"] = $0.bars["CAA"] }
        let map = """
            ticker,valid_from,valid_until,now_known_as,delisted_on
            OLD,,\(try #require(bench.world["CAA"]?[340].day)),NEW,
            NEW,\(try #require(bench.world["CAA"]?[341].day)),,NEW,
            DEAD,,,CAB,\(end)
            """
        let path = try bench.database.write(map, to: "symbols.csv")
        let settings = PriceRefreshSettings(symbolsPath: path)
        let report = try await bench.refresh(settings: settings)
        #expect(report.prices.written == ["SPY", "DEAD", "OLD"])
        #expect(try bench.bars("OLD") == Array(try #require(bench.world["CAA"]).prefix(350)))
        #expect(try bench.bars("DEAD").last?.day == end)
        #expect(try TableDump.lines("symbol_periods", of: bench.store).count == 3)
        let before = try bench.dump()
        _ = try await bench.refresh(settings: settings)
        #expect(try bench.dump() == before)
    }
}

extension Bar {
    /// Divides every price, as a split does, and multiplies the volume.
    fileprivate mutating func divide(by factor: Double) {
        open /= factor
        high /= factor
        low /= factor
        close /= factor
        adjustedClose /= factor
        dividend /= factor
        volume *= factor
    }
}
