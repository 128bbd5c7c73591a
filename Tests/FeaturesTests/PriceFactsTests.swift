import Market
import Testing

@testable import Features

/// Values worked out by hand.
@Suite
struct PriceFactsTests {
    private func facts(_ stock: PriceSeries, _ benchmark: PriceSeries, at session: Int) -> PriceFacts {
        PriceWindows(stock, benchmark: BenchmarkStatistics(benchmark)).facts(at: session)
    }

    private func near(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
        abs(value - expected) <= tolerance
    }

    @Test
    func returnsSpanSessionsOfTheCalendar() {
        // Session 110 is the last; the benchmark begins two sessions earlier.
        let stock = Make.series(first: 105, [100, 102, 101, 103, 105, 110])
        let benchmark = Make.series("SPY", first: 103, [49, 48, 50, 50, 51, 51, 52, 52])
        let facts = facts(stock, benchmark, at: 110)
        #expect(near(facts.returns.one, 0.047_619_047_6))  // 110/105 - 1
        #expect(near(facts.returns.five, 0.1))  // 110/100 - 1
        #expect(near(facts.abnormalReturns.one, 0.047_619_047_6))  // less 52/52 - 1
        #expect(near(facts.abnormalReturns.five, 0.06))  // less 52/50 - 1
        #expect(facts.returns.twenty.isNaN)
        #expect(facts.close == 110)
    }

    @Test
    func nothingIsKnownOutsideTheSeries() {
        let stock = Make.series(first: 105, [100, 102, 101])
        let benchmark = Make.series("SPY", first: 100, [Double](repeating: 50, count: 20))
        for session in [-1, 104, 108] { #expect(facts(stock, benchmark, at: session).close.isNaN) }
        #expect(facts(stock, benchmark, at: 105).returns.one.isNaN)
        #expect(facts(stock, benchmark, at: 106).returns.one == 102.0 / 100 - 1)
    }

    @Test
    func missingBenchmarkLeavesNoAbnormalReturn() {
        let stock = Make.series([100, 102, 101, 103, 105, 110])
        let benchmark = Make.series("SPY", [50, .nan, 51, 51, 52, 52])
        #expect(facts(stock, benchmark, at: 2).returns.one < 0)
        #expect(facts(stock, benchmark, at: 2).abnormalReturns.one.isNaN)
        #expect(!facts(stock, benchmark, at: 5).abnormalReturns.five.isNaN)
    }

    @Test
    func noReturnSpansABreak() {
        // Session 3 is the first of a new level.
        let stock = Make.series([100, 101, 102, 10.2, 10.3, 10.4, 10.5, 10.6, 10.7], breaks: [3])
        let benchmark = Make.series("SPY", [Double](repeating: 50, count: 9))
        #expect(facts(stock, benchmark, at: 3).returns.one.isNaN)
        #expect(near(facts(stock, benchmark, at: 4).returns.one, 10.3 / 10.2 - 1))
        #expect(facts(stock, benchmark, at: 7).returns.five.isNaN)
        #expect(near(facts(stock, benchmark, at: 8).returns.five, 10.7 / 10.2 - 1))
    }

    @Test
    func volatilityOfAZigzag() {
        // Twenty log returns of +-ln 1.01 with mean 0: ln(1.01) sqrt(20/19).
        let closes = (0..<81).map { $0 % 2 == 0 ? 100.0 : 101 }
        let facts = facts(Make.series(closes), Make.series("SPY", closes), at: 80)
        #expect(near(facts.volatility20, 0.010_208_824, 1e-9))
        // Sixty of them: ln(1.01) sqrt(60/59).
        #expect(near(facts.volatility60, 0.010_034_301, 1e-9))
        // The stock is the benchmark.
        #expect(near(facts.idiosyncraticVolatility, 0))
    }

    @Test
    func marketModelOfAKnownLine() {
        // r = 2 m + e with m = +-1 % and e = +-0.1 % in the pattern ++--, which is orthogonal to m.
        let market = (0..<120).map { $0 % 2 == 0 ? 0.01 : -0.01 }
        let stock = market.enumerated().map { 2 * $0.element + ($0.offset % 4 < 2 ? 0.001 : -0.001) }
        let facts = facts(
            Make.series(Make.closes(returns: stock)),
            Make.series("SPY", Make.closes(returns: market)),
            at: 120
        )
        #expect(near(facts.beta, 2))
        // 0.001 sqrt(60/58)
        #expect(near(facts.idiosyncraticVolatility, 0.001_017_095, 1e-9))
    }

    @Test
    func windowsNeedThreeQuartersOfTheirSessions() {
        // 15 returns make a 20-session volatility, 14 do not.
        let closes = (0..<16).map { 100 + Double($0 % 3) }
        let benchmark = Make.series("SPY", closes)
        #expect(!facts(Make.series(closes), benchmark, at: 15).volatility20.isNaN)
        #expect(facts(Make.series(closes), benchmark, at: 14).volatility20.isNaN)
        #expect(
            [5: 4, 20: 15, 60: 45, 120: 90, 250: 188, 252: 189].allSatisfy { Window.minimum(of: $0) == $1 }
        )
    }

    @Test
    func distanceToTheHighestClose() {
        let rising = (0..<188).map { Double($0) / 188 * 20 + 100 }
        let closes = rising + [120, 90]
        let benchmark = Make.series("SPY", [Double](repeating: 50, count: 400))
        #expect(near(facts(Make.series(closes), benchmark, at: 189).distanceToHigh, -0.25))  // 90/120 - 1
        #expect(facts(Make.series(closes), benchmark, at: 187).distanceToHigh.isNaN)
        // 252 sessions later the high of 120 is out of the window.
        let later = closes + [Double](repeating: 96, count: 250)
        #expect(near(facts(Make.series(later), benchmark, at: 439).distanceToHigh, -0.2))  // 96/120 - 1
        #expect(near(facts(Make.series(later + [96]), benchmark, at: 440).distanceToHigh, 0))
    }

    @Test
    func volumeAgainstItsMeans() {
        let closes = [Double](repeating: 10, count: 250)
        let volume = [Double](repeating: 100, count: 249) + [300]
        let benchmark = Make.series("SPY", closes)
        let facts = facts(Make.series(closes, volume: volume), benchmark, at: 249)
        #expect(near(facts.volumeRatio, 1.091_269_841, 1e-9))  // 110 / 100.8
        #expect(near(facts.baseVolumeRatio, 2.727_272_727, 1e-9))  // 300 / 110
        let silent = Make.series(closes, volume: [Double](repeating: 0, count: 250))
        #expect(self.facts(silent, benchmark, at: 249).volumeRatio.isNaN)
    }

    @Test
    func benchmarkQuantileOfARisingVolatility() {
        // Each zigzag is wider than the one before, so the last of n volatilities has the rank (n - 0.5) / n.
        let returns = (0..<400).map { Double($0 + 1) * ($0 % 2 == 0 ? 1e-5 : -1e-5) }
        let statistics = BenchmarkStatistics(Make.series("SPY", first: 10, Make.closes(returns: returns)))
        // Fifteen returns make the first volatility, at element 15; element 400 is the 386th.
        #expect(near(statistics.facts(at: 410).volatilityQuantile, 385.5 / 386))
        #expect(statistics.facts(at: 10 + 263).volatilityQuantile.isNaN)  // the 249th
        #expect(!statistics.facts(at: 10 + 264).volatilityQuantile.isNaN)  // the 250th
        #expect(MarketRegime(quantile: 385.5 / 386) == .high)
        #expect(MarketRegime(quantile: 0.25) == .normal)
        #expect(MarketRegime(quantile: 0.249) == .low)
        #expect(MarketRegime(quantile: nil) == nil)
    }
}
