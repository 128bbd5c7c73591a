import Market
import Testing

@Suite
struct DividendRepairTests {
    private let days = [40, 80, 120, 160]
    private func clean(_ yield: Double, seed: UInt64 = 5) -> [Bar] {
        MadeUpBars.paying(yield, at: days, seed: seed)
    }

    private func repair(_ bars: [Bar]) -> RepairedBars {
        let repaired = PriceRepairer.repair(bars)
        #expect(repaired.raw.isClose(to: bars))
        #expect(PriceRepairer.repair(repaired.bars).repairs == [])
        return repaired
    }

    private func doubts(_ bars: [Bar]) -> [TradingDay] {
        let findings = PriceScreening.findings(PriceRepairer.repair(bars).bars)
        #expect(findings.allSatisfy { $0.reason == .suspectDividend })
        return findings.map(\.day)
    }

    @Test(arguments: [0.001, 0.01, 0.05, 0.3], 0..<5 as Range<UInt64>)
    func `dividends that prices and adjusted closes agree on stay`(yield: Double, seed: UInt64) {
        let bars = clean(yield, seed: seed)
        #expect(repair(bars).repairs == [])
        #expect(doubts(bars) == [])
    }

    @Test(arguments: [0.001, 0.01, 0.05, 0.3])
    func `closes that were not adjusted for a dividend are`(yield: Double) {
        let clean = clean(yield)
        var bars = clean
        bars[80].dividend = 0
        bars.adjust()
        bars[80].dividend = clean[80].dividend
        let repaired = repair(bars)
        #expect(repaired.bars.isClose(to: clean))
        #expect(repaired.repairs.count == 80)
        #expect(
            repaired.repairs.allSatisfy { $0.reason == .dividendAdjustment && $0.field == .adjustedClose }
        )
        // Until then no window may span the ex-date.
        let finding = PriceScreening.findings(bars)
        #expect(finding.map(\.day) == [bars[80].day])
        let series = PriceSeriesBuilder().build(ticker: "MADE", bars: bars).series
        #expect(series.breaks == [6080])
        #expect(series.quarantine.allSatisfy { $0 == nil })
    }

    @Test(arguments: [0.01, 0.03, 0.1])
    func `closes adjusted for a hundredth of the dividends are adjusted for all of them`(yield: Double) {
        let clean = clean(yield)
        var bars = clean
        for day in days { bars[day].dividend /= 100 }
        bars.adjust()
        for day in days { bars[day].dividend *= 100 }
        #expect(repair(bars).bars.isClose(to: clean))
    }

    @Test
    func `an adjustment of a hundredth for dividends of no ordinary size is doubtful`() {
        let clean = clean(0.002)
        var bars = clean
        for day in days { bars[day].dividend /= 100 }
        bars.adjust()
        for day in days { bars[day].dividend *= 100 }
        #expect(repair(bars).repairs == [])
        #expect(doubts(bars) == days.map { clean[$0].day })
    }

    @Test(arguments: [0.002, 0.02], [true, false])
    func `a dividend a hundred times too large does not show in the price`(yield: Double, applied: Bool) {
        let clean = clean(yield)
        var bars = clean
        bars[80].dividend *= 100
        if applied { bars.adjust() }
        let repaired = repair(bars)
        #expect(repaired.bars.isClose(to: clean))
        #expect(repaired.repairs.last { $0.field == .dividend }?.reason == .dividendUnit)
    }

    @Test
    func `a large dividend whose fall stands on another day is doubtful`() {
        var bars = MadeUpBars.paying(0.3, at: [80])
        bars[79].dividend = bars[80].dividend
        bars[80].dividend = 0
        bars.adjust()
        #expect(repair(bars).repairs == [])
        #expect(doubts(bars) == [bars[79].day])
    }

    @Test
    func `a dividend a hundred times too small has the digits of its neighbours`() {
        var clean = clean(0.02)
        for day in days { clean[day].dividend = 0.9 }
        clean.adjust()
        var bars = clean
        bars[80].dividend = 0.009
        bars.adjust()
        #expect(repair(bars).bars.isClose(to: clean))
        // A small one of its own digits is a small one.
        bars[80].dividend = 0.0074
        bars.adjust()
        #expect(repair(bars).repairs == [])
        #expect(doubts(bars) == [])
    }

    @Test
    func `a dividend given twice is taken once, the one that the adjusted closes know`() {
        let clean = clean(0.01)
        var bars = clean
        bars[78].dividend = bars[80].dividend
        let repaired = repair(bars)
        #expect(repaired.bars.isClose(to: clean))
        #expect(repaired.repairs.map(\.reason) == [.phantomDividend])
        // Adjusted for both, on the right day.
        bars = clean
        bars[80].dividend *= 2
        bars.adjust()
        bars[80].dividend = clean[80].dividend
        bars[78].dividend = clean[80].dividend
        #expect(repair(bars).bars.isClose(to: clean))
    }

    @Test
    func `a dividend given and applied twice is taken where the opens fall`() {
        let clean = clean(0.06)
        for (phantom, real) in [(78, 80), (83, 80)] {
            var bars = clean
            bars[phantom].dividend = bars[real].dividend
            bars.adjust()
            #expect(repair(bars).bars.isClose(to: clean))
        }
        // Too small to be seen among the moves of the days.
        var small = self.clean(0.002)
        small[78].dividend = small[80].dividend
        small.adjust()
        #expect(repair(small).repairs == [])
        #expect(doubts(small) == [small[78].day, small[80].day])
    }

    @Test
    func `two amounts that are no multiple of each other are left to people`() {
        var bars = clean(0.06)
        bars[79].dividend = bars[80].dividend * 0.92
        bars.adjust()
        #expect(repair(bars).repairs == [])
        #expect(doubts(bars) == [bars[79].day, bars[80].day])
        // A special dividend of another size beside a regular one is ordinary.
        var special = MadeUpBars.paying(0.02, at: [40, 80, 83, 120])
        special[83].dividend = special[80].dividend / 3
        special.adjust()
        #expect(repair(special).repairs == [])
        #expect(doubts(special) == [])
    }

    @Test
    func `a company that pays every week does so`() {
        let bars = MadeUpBars.paying(0.004, at: Array(stride(from: 10, to: 190, by: 5)))
        #expect(repair(bars).repairs == [])
        #expect(doubts(bars) == [])
    }

    @Test
    func `a spin-off that the source adjusted for beside a dividend stays`() {
        var bars = clean(0.01)
        // Worth 20 % of the price, and the price fell by it.
        bars.scale(80..., by: 0.8)
        for day in [120, 160] { bars[day].dividend *= 0.8 }
        let amount = bars[80].dividend
        bars[80].dividend += 0.2 * bars[79].close
        bars.adjust()
        bars[80].dividend = amount
        #expect(repair(bars).repairs == [])
        #expect(doubts(bars) == [])
    }

    @Test
    func `capital gains counted twice are taken out`() {
        let clean = clean(0.06)
        var bars = clean
        for day in days { bars[day].dividend *= 1.9 }
        bars.adjust()
        for day in days { bars[day].dividend = clean[day].dividend }
        #expect(repair(bars).bars.isClose(to: clean))
    }

    @Test
    func `adjusted closes rounded to cents hide small dividends and are left alone`() {
        var bars = clean(0.0002)
        for index in bars.indices {
            bars[index].adjustedClose = (bars[index].adjustedClose * 100).rounded() / 100
        }
        #expect(repair(bars).repairs == [])
        #expect(doubts(bars) == [])
    }
}
