import Market
import Testing

@Suite
struct PriceRepairerTests {
    private func ordinary(_ count: Int = 120, seed: UInt64 = 3) -> [Bar] {
        var maker = MadeUpBars(seed: seed)
        return maker.bars(count)
    }

    /// Repairs bars, and checks that the source's values stay known and that a second repair finds nothing.
    private func repair(_ bars: [Bar]) -> RepairedBars {
        let repaired = PriceRepairer.repair(bars)
        #expect(repaired.raw.isClose(to: bars))
        #expect(PriceRepairer.repair(repaired.bars).repairs == [])
        return repaired
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `ordinary bars stay as they are`(seed: UInt64) {
        let bars = ordinary(seed: seed)
        #expect(repair(bars).repairs == [])
        #expect(repair(bars).bars == bars)
        #expect(PriceRepairer.repair([]).bars.isEmpty)
    }

    @Test
    func `bars are put in order, the later of one day counts`() {
        let bars = ordinary()
        var later = bars[7]
        later.close *= 1.001
        let repaired = PriceRepairer.repair(bars.reversed() + [later])
        #expect(repaired.bars.count == bars.count)
        #expect(repaired.bars[7] == later)
        #expect(repaired.repairs == [])
    }

    @Test
    func `a repair says day, field, both values and why`() throws {
        var bars = ordinary()
        bars[40].low = 0
        let repair = try #require(repair(bars).repairs.first)
        #expect(repair.day == bars[40].day)
        #expect(repair.field == .low)
        #expect(repair.old == 0)
        #expect(repair.new.isNaN)
        #expect(repair.reason == .impossibleRange)
        #expect(
            repair.description.hasPrefix(
                "\(bars[40].day) low 0.0 -> nan, impossible_range: low 0.0 beside a close of"
            )
        )
    }

    // MARK: Single values

    @Test
    func `an impossible high or low becomes unknown beside a close in line with its neighbours`() {
        for value in [0, -3, .infinity] {
            for field in [PriceField.high, .low] {
                var bars = ordinary()
                bars[40][field] = value
                let repaired = repair(bars)
                #expect(repaired.repairs.map(\.field) == [field])
                #expect(PriceScreening.findings(repaired.bars).isEmpty)
            }
        }
        var wild = ordinary()
        wild[40].low = 0
        wild[40].close *= 2
        wild[40].adjustedClose *= 2
        wild[40].high *= 2
        #expect(repair(wild).repairs == [])
        #expect(PriceScreening.findings(wild).map(\.reason) == [.nonPositivePrice])
        // Zero for the whole range is how sources write that they do not know it.
        var unknown = ordinary()
        unknown[40].open = 0
        unknown[40].high = 0
        unknown[40].low = 0
        #expect(repair(unknown).repairs == [])
    }

    @Test
    func `high and low change places where open and close lie between them`() {
        let clean = ordinary()
        var bars = clean
        (bars[40].high, bars[40].low) = (bars[40].low, bars[40].high)
        #expect(repair(bars).bars == clean)
        bars[40].close = bars[40].low * 1.1
        bars[40].adjustedClose = bars[40].close * 0.9
        #expect(repair(bars).repairs == [])
    }

    @Test(arguments: [0, .nan])
    func `a missing close follows from the other one where the days around agree`(missing: Double) {
        let clean = ordinary()
        for field in [PriceField.close, .adjustedClose] {
            var bars = clean
            bars[40][field] = missing
            let repaired = repair(bars)
            #expect(repaired.bars.isClose(to: clean))
            #expect(repaired.repairs.map(\.reason) == [.missingClose])
            // Between an ex-date and the day before the factor is not known.
            bars[41].adjustedClose *= 1.01
            #expect(repair(bars).repairs == [])
        }
        var both = clean
        both[40].close = missing
        both[40].adjustedClose = missing
        #expect(repair(both).repairs == [])
    }

    // MARK: Units

    @Test(arguments: [100.0, 0.01], [1, 3, 60])
    func `bars in another unit come back to that of the rest`(factor: Double, length: Int) {
        let clean = ordinary(160)
        var bars = clean
        bars.scale(40..<(40 + length), by: factor)
        let repaired = repair(bars)
        #expect(repaired.bars.isClose(to: clean))
        #expect(repaired.repairs.allSatisfy { $0.reason == .unitError })
        #expect(repaired.repairs.count == 5 * length)
    }

    @Test
    func `a bar of the run that is set aside for something else comes back too`() {
        let clean = ordinary()
        var bars = clean
        bars.scale(40..<45, by: 100)
        bars[42].high = bars[42].close * 0.9
        let repaired = repair(bars)
        #expect(abs(repaired.bars[42].close / clean[42].close - 1) < 1e-9)
        #expect(PriceScreening.findings(repaired.bars).map(\.reason) == [.highBelowLow])
    }

    @Test
    func `news on the way back does not hide the run`() {
        let clean = ordinary()
        var bars = clean
        bars.scale(45..., by: 1.5)
        let moved = bars
        bars.scale(40..<45, by: 0.01)
        #expect(repair(bars).bars.isClose(to: moved))
    }

    @Test(arguments: [PriceField.open, .high, .low, .close, .adjustedClose], [100.0, 0.01])
    func `single fields in another unit come back to that of the day`(field: PriceField, factor: Double) {
        let clean = ordinary()
        var bars = clean
        bars[40][field] *= factor
        #expect(repair(bars).bars.isClose(to: clean))
    }

    @Test(arguments: [100.0, 0.01])
    func `a lasting change of unit is known by its volume`(factor: Double) {
        let clean = ordinary()
        var bars = clean
        bars.scale(..<60, by: factor)
        #expect(repair(bars).bars.isClose(to: clean))
        // With the volume of a split it may be one, and with four bars it may come back.
        var split = clean
        split.scale(..<60, by: factor, volume: true)
        #expect(repair(split).repairs == [])
        #expect(PriceScreening.findings(split).map(\.reason) == [.missingSplit])
        var fresh = clean
        fresh.scale(..<116, by: factor)
        #expect(repair(fresh).repairs == [])
        #expect(PriceScreening.findings(fresh).map(\.reason) == [.missingSplit])
    }

    // MARK: Splits

    @Test(arguments: [2.0, 5, 0.1, 0.25], [0, 1, 4])
    func `a recorded split reaches the bars that lack it`(factor: Double, delay: Int) {
        var clean = ordinary()
        clean[60 + delay].splitFactor = factor
        var before = clean
        before.scale(..<60, by: factor, volume: true)
        let repaired = repair(before)
        #expect(repaired.bars.isClose(to: clean))
        #expect(repaired.repairs.count == 6 * 60)
        #expect(repaired.repairs.allSatisfy { $0.reason == .splitNotApplied })
        var some = clean
        some.scale(58..<60, by: factor, volume: true)
        #expect(repair(some).bars.isClose(to: clean))
    }

    @Test
    func `volumes that know the split already stay`() {
        var clean = ordinary()
        clean[60].splitFactor = 10
        var bars = clean
        bars.scale(..<60, by: 10)
        #expect(repair(bars).bars.isClose(to: clean))
    }

    @Test
    func `a fall on the days of a split that was applied is news`() {
        var bars = ordinary()
        bars[60].splitFactor = 2
        #expect(repair(bars).repairs == [])
        // To half within the day, from an open in line with the day before.
        bars.scale(61..., by: 0.5)
        bars[61].open *= 2
        bars[61].high = bars[61].open * 1.01
        #expect(repair(bars).repairs == [])
        #expect(PriceScreening.findings(bars).map(\.reason) == [.missingSplit])
    }

    @Test
    func `a split applied twice is left to people`() {
        var bars = ordinary()
        bars[60].splitFactor = 4
        bars.scale(..<60, by: 0.25)
        #expect(repair(bars).repairs == [])
        #expect(PriceScreening.findings(bars).map(\.reason) == [.missingSplit])
    }
}
