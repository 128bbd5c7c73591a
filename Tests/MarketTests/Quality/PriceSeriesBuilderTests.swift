import Market
import Testing

@Suite("Building price series")
struct PriceSeriesBuilderTests {
    let builder = PriceSeriesBuilder()

    private func ordinary(_ count: Int = 60) -> [Bar] {
        var maker = MadeUpBars(seed: 3)
        return maker.bars(count)
    }

    @Test("puts ordinary bars on the grid and finds nothing")
    func ordinaryBars() {
        let bars = ordinary()
        let result = builder.build(ticker: "MADE", bars: bars)
        #expect(result.findings.isEmpty)
        #expect(result.series.ticker == "MADE")
        #expect(result.series.firstSession == 6000)
        #expect(result.series.endSession == 6060)
        #expect(result.series.adjusted == bars.map(\.adjustedClose))
        #expect(result.series.close == bars.map(\.close))
        #expect(result.series.volume == bars.map(\.volume))
        #expect(result.series.breaks.isEmpty)
        #expect(result.series.adjustedClose(at: 6001) == bars[1].adjustedClose)
        #expect(result.series.adjustedClose(at: 5999).isNaN)
    }

    @Test("gives an empty series for no bars")
    func empty() {
        let result = builder.build(ticker: "NONE", bars: [])
        #expect(result.series.adjusted.isEmpty)
        #expect(result.series.endSession == result.series.firstSession)
        #expect(result.findings.isEmpty)
    }

    @Test("does not depend on the order of the bars")
    func order() {
        let bars = ordinary()
        let forward = builder.build(ticker: "MADE", bars: bars)
        let backward = builder.build(ticker: "MADE", bars: bars.reversed())
        #expect(forward.series.vintage == backward.series.vintage)
        #expect(forward.series.adjusted == backward.series.adjusted)
    }

    @Test("lets the later of two bars of one day count")
    func duplicates() {
        var bars = ordinary()
        bars.append(bars[5])
        var corrected = bars[7]
        corrected.close *= 1.01
        bars.append(corrected)
        let result = builder.build(ticker: "MADE", bars: bars)
        #expect(result.barsReplaced == 1)
        #expect(result.series.close.count == 60)
        #expect(result.series.close[7] == corrected.close)
    }

    @Test("leaves absent sessions and absent closes empty without a finding")
    func gaps() {
        var bars = ordinary()
        bars[10].close = .nan
        bars[10].adjustedClose = .nan
        bars.remove(at: 20)
        let result = builder.build(ticker: "MADE", bars: bars)
        #expect(result.findings.isEmpty)
        #expect(result.series.adjusted.indices.filter { result.series.adjusted[$0].isNaN } == [10, 20])
        #expect(result.series.quarantine.allSatisfy { $0 == nil })
    }

    @Test("reports bars on closed days and counts those outside the calendar")
    func offGrid() throws {
        var bars = ordinary()
        var sunday = bars[0]
        sunday.day = try day("2013-10-20")
        var old = bars[0]
        old.day = try day("1984-09-07")
        bars += [sunday, old]
        let result = builder.build(ticker: "MADE", bars: bars)
        #expect(result.findings.map(\.reason) == [.notASession])
        #expect(result.findings.first?.day.iso8601 == "2013-10-20")
        #expect(result.barsOutsideCalendar == 1)
        #expect(result.series.endSession == 6060)
    }

    enum PriceField {
        case open
        case high
        case low
        case close
        case adjustedClose

        func set(_ value: Double, in bar: inout Bar) {
            switch self {
            case .open: bar.open = value
            case .high: bar.high = value
            case .low: bar.low = value
            case .close: bar.close = value
            case .adjustedClose: bar.adjustedClose = value
            }
        }
    }

    @Test(
        "sets impossible prices aside",
        arguments: [
            (PriceField.close, 0.0, QuarantineReason.nonPositivePrice),
            (PriceField.close, -3, .nonPositivePrice),
            (PriceField.close, .infinity, .nonPositivePrice), (PriceField.close, .nan, .nonPositivePrice),
            (PriceField.adjustedClose, .nan, .nonPositivePrice),
            (PriceField.adjustedClose, -1, .nonPositivePrice),
            (PriceField.low, 0, .nonPositivePrice), (PriceField.high, -1, .nonPositivePrice),
            (PriceField.open, -1, .nonPositivePrice),
            (PriceField.high, 1, .highBelowLow), (PriceField.low, 1000, .highBelowLow),
            (PriceField.close, 70, .highBelowLow),
        ] as [(PriceField, Double, QuarantineReason)]
    )
    func impossible(field: PriceField, value: Double, reason: QuarantineReason) {
        var bars = ordinary()
        field.set(value, in: &bars[30])
        let result = builder.build(ticker: "MADE", bars: bars)
        #expect(result.findings.map(\.reason) == [reason])
        #expect(result.findings.first?.day == bars[30].day)
        #expect(result.series.quarantine[30] == reason)
        #expect(result.series.adjusted[30].isNaN && result.series.close[30].isNaN)
        #expect(result.series.adjusted[31] == bars[31].adjustedClose)
        #expect(result.series.breaks.isEmpty)
    }

    @Test(
        "allows what sources write for unknown fields, and rounding",
        arguments: [
            (0.0, 0.0, 0.0), (.nan, .nan, .nan), (0.0, 1.004, 0.998), (1.001, 0.9999, 0.998),
            (1.0, 1.002, 1.0001),
            (1.0, 0.9998, 0.9999),
        ]
    )
    func allowed(open: Double, high: Double, low: Double) {
        var bars = ordinary()
        let close = bars[30].close
        bars[30].open = open * close
        bars[30].high = high * close
        bars[30].low = low * close
        #expect(builder.build(ticker: "MADE", bars: bars).findings.isEmpty)
    }

    @Test("sets a hundredfold price aside where there is a way back", arguments: [100.0, 0.01, 112, 0.0091])
    func unitErrors(factor: Double) {
        var bars = ordinary()
        bars.scale(20..<23, by: factor)
        let result = builder.build(ticker: "MADE", bars: bars)
        #expect(result.findings.map(\.day) == bars[20..<23].map(\.day))
        #expect(result.findings.allSatisfy { $0.reason == .unitError })
        #expect(
            result.series.quarantine.indices.filter { result.series.quarantine[$0] != nil } == [20, 21, 22]
        )
        #expect(result.series.breaks.isEmpty)
    }

    @Test("takes a hundredfold price without a way back for a change of level")
    func levelOfHundred() {
        var bars = ordinary()
        bars.scale(30..., by: 0.01, volume: false)
        let result = builder.build(ticker: "MADE", bars: bars)
        #expect(result.findings.map(\.reason) == [.missingSplit])
        #expect(result.series.breaks == [6030])
        #expect(result.series.quarantine.allSatisfy { $0 == nil })
    }

    @Test("does not take a second jump in the same direction for a way back")
    func twoJumps() {
        var bars = ordinary()
        bars.scale(30..<35, by: 0.01)
        bars.scale(35..., by: 0.0001)
        let result = builder.build(ticker: "MADE", bars: bars)
        #expect(result.series.breaks == [6030, 6035])
        #expect(result.series.quarantine.allSatisfy { $0 == nil })
    }

    @Test("sets the repeats of stale runs aside", arguments: [4, 5, 9])
    func staleRuns(length: Int) {
        var bars = ordinary()
        for index in 20..<(20 + length) {
            bars[index].close = bars[20].close
            bars[index].high = max(bars[index].high, bars[20].close)
            bars[index].low = min(bars[index].low, bars[20].close)
            bars[index].volume = 0
        }
        let fresh = builder.build(ticker: "MADE", bars: bars)
        let aside = fresh.series.quarantine.indices.filter { fresh.series.quarantine[$0] == .staleRun }
        #expect(aside == (length < 5 ? [] : Array(21..<(20 + length))))
        // The first one is a repeat too where the traded bar before has the same close.
        bars[20].close = bars[19].close
        for index in 20..<(20 + length) {
            bars[index].close = bars[19].close
            bars[index].high = max(bars[index].high, bars[19].close)
            bars[index].low = min(bars[index].low, bars[19].close)
        }
        let repeated = builder.build(ticker: "MADE", bars: bars)
        #expect(repeated.findings.count == (length < 5 ? 0 : length))
    }

    @Test("does not take equal closes with trading for stale")
    func equalCloses() {
        var bars = ordinary()
        for index in 20..<40 {
            bars[index].open = bars[20].close
            bars[index].close = bars[20].close
            bars[index].high = bars[20].close * 1.01
            bars[index].low = bars[20].close * 0.99
            bars[index].volume = index == 30 ? 5 : .nan
        }
        #expect(builder.build(ticker: "MADE", bars: bars).findings.isEmpty)
    }
}
