import Market
import Testing

@Suite("Missing splits and real moves")
struct MissingSplitTests {
    let builder = PriceSeriesBuilder()
    let at = 40

    private func bars(seed: UInt64 = 11) -> [Bar] {
        var maker = MadeUpBars(seed: seed)
        return maker.bars(80)
    }

    private func breaks(_ bars: [Bar]) -> [Int] {
        let result = builder.build(ticker: "MADE", bars: bars)
        #expect(result.findings.count == result.series.breaks.count)
        #expect(result.findings.allSatisfy { $0.reason == .missingSplit && $0.day == bars[at].day })
        return result.series.breaks.map { $0 - 6000 }
    }

    @Test(
        "finds a split that is not recorded, whatever the source did to volume",
        arguments: [1.5, 2, 3, 4, 5, 7, 10, 20, 50, 100],
        [true, false]
    )
    func missing(factor: Double, volumeAsTraded: Bool) {
        for seed in 0..<20 as Range<UInt64> {
            var split = bars(seed: seed)
            split.scale(..<at, by: factor, volume: volumeAsTraded)
            #expect(breaks(split) == [at])
            var consolidation = bars(seed: seed)
            consolidation.scale(..<at, by: 1 / factor, volume: volumeAsTraded)
            #expect(breaks(consolidation) == [at])
        }
    }

    /// What a day of news looks like, in units of the close before and of the usual volume.
    struct News: Sendable {
        var open: Double
        var high: Double
        var low: Double
        var close: Double
        var volume: Double
    }

    @Test(
        "lets real moves pass, near a ratio or not",
        arguments: [
            News(open: 1.3, high: 4.0, low: 1.3, close: 4.0, volume: 450),  // +300 %, closing at its high
            News(open: 1.2, high: 2.05, low: 1.1, close: 2.0, volume: 6),  // +100 %
            News(open: 2.0, high: 3.2, low: 2.2, close: 2.5, volume: 900),
            News(open: 1.1, high: 1.9, low: 1.1, close: 1.8, volume: 2),  // +80 % on little trading
            News(open: 0.76, high: 0.77, low: 0.72, close: 0.74, volume: 8),  // -26 %
            News(open: 0.5, high: 0.52, low: 0.48, close: 0.5, volume: 20),  // gaps by exactly half, on news
            News(open: 0.2, high: 0.22, low: 0.17, close: 0.2, volume: 17),
            News(open: 0.52, high: 0.55, low: 0.45, close: 0.48, volume: 22),
            News(open: 1.5, high: 1.55, low: 1.47, close: 1.5, volume: 26),
            News(open: 0.66, high: 0.70, low: 0.64, close: 0.667, volume: 4),
            News(open: 0.95, high: 0.96, low: 0.48, close: 0.5, volume: 2),  // falls within the day
        ]
    )
    func realMoves(news: News) {
        for seed in 0..<20 as Range<UInt64> {
            var moved = bars(seed: seed)
            let before = moved[at - 1].close
            moved.scale(at..., by: news.close * before / moved[at].close)
            moved[at].open = news.open * before
            moved[at].high = max(news.high, news.open, news.close) * before
            moved[at].low = min(news.low, news.open, news.close) * before
            moved[at].volume *= news.volume
            #expect(breaks(moved) == [])
        }
    }

    @Test("lets a fall to half pass in a stock of wide ranges unless it opens there")
    func wideRanges() {
        func fall(open: Double) -> [Bar] {
            var moved = bars()
            for index in moved.indices {
                moved[index].high *= 1.05
                moved[index].low /= 1.05
            }
            let before = moved[at - 1].close
            moved.scale(at..., by: 0.5 * before / moved[at].close)
            moved[at].open = open * before
            moved[at].high = max(open, 0.5) * 1.02 * before
            return moved
        }
        #expect(breaks(fall(open: 0.505)) == [at])
        #expect(breaks(fall(open: 0.55)) == [])
    }

    @Test("lets the jump of a close pass that the adjusted close does not have")
    func adjustedAway() {
        var split = bars()
        split.scale(..<at, by: 4, volume: true)
        for index in 0..<at { split[index].adjustedClose /= 4 }
        #expect(breaks(split) == [])
    }

    @Test("finds a recorded split that the closes were not adjusted for", arguments: [0, 1, 3])
    func unapplied(delay: Int) {
        var split = bars()
        split.scale(..<at, by: 5, volume: true)
        // A day of wild trading, which would hide a split that is not recorded.
        split[at].high *= 1.3
        split[at].volume *= 10
        #expect(breaks(split) == [])
        split[at + delay].splitFactor = 5
        #expect(breaks(split) == [at])
    }

    @Test("lets a move pass on the day of a split that was adjusted for")
    func applied() {
        var split = bars()
        split[at].splitFactor = 4
        #expect(breaks(split) == [])
        split.scale(at..., by: 0.74)
        split[at].volume *= 8
        #expect(breaks(split) == [])
    }

    @Test("needs a tight match where only closes are known")
    func closesOnly() {
        func closesOnly(_ factor: Double) -> [Bar] {
            var split = bars()
            for index in split.indices {
                split[index].open = .nan
                split[index].high = .nan
                split[index].low = .nan
                split[index].volume = .nan
                split[index].close = 50
                split[index].adjustedClose = 50
            }
            for index in at..<split.count {
                split[index].close = 50 * factor
                split[index].adjustedClose = 50 * factor
            }
            return split
        }
        for factor in [0.5, 0.501, 2, 0.05, 10.02] {
            #expect(breaks(closesOnly(factor)) == [at], "\(factor)")
        }
        for factor in [0.49, 0.505, 2.02, 4.01 * 1.01, 1.5, 0.6667, 0.74, 0.055] {
            #expect(breaks(closesOnly(factor)) == [], "\(factor)")
        }
    }

    @Test("needs less room where volume is unknown")
    func volumeUnknown() {
        var split = bars()
        split.scale(..<at, by: 2)
        for index in split.indices { split[index].volume = .nan }
        #expect(breaks(split) == [at])
        split[at].high *= 1.2
        #expect(breaks(split) == [])
    }

    @Test("marks a break once, for windows that span it")
    func windows() {
        var split = bars()
        split.scale(..<at, by: 3, volume: true)
        let series = builder.build(ticker: "MADE", bars: split).series
        let session = 6000 + at
        #expect(series.hasBreak(after: session - 1, through: session))
        #expect(series.hasBreak(after: session - 5, through: session + 5))
        #expect(!series.hasBreak(after: session, through: session + 5))
        #expect(!series.hasBreak(after: session - 5, through: session - 1))
        let returns = series.returns(over: 5)
        #expect(returns.indices.filter { $0 >= 5 && returns[$0].isNaN } == Array(at..<(at + 5)))
    }

    @Test("says what it saw")
    func detail() throws {
        var split = bars()
        split.scale(..<at, by: 2, volume: true)
        let finding = try #require(builder.build(ticker: "MADE", bars: split).findings.first)
        #expect(finding.detail.contains("near a 2:1 split"))
        #expect(finding.detail.contains("no split is recorded"))
    }
}
