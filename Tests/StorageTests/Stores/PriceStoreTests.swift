import EngineTestSupport
import Market
import Storage
import Testing

@Suite
struct PriceStoreTests {
    private static let series = StoredSeries(
        ticker: "AAA",
        source: "AAA.csv",
        fetchedAt: Stored.at(3),
        vintage: "0123456789abcdef"
    )

    private static func bar(_ session: Int, close: Double = 10) -> StoredBar {
        let bar = Bar(
            day: Stored.calendar.day(ofSession: session),
            open: .nan,
            high: 11.5,
            low: .nan,
            close: close,
            adjustedClose: close * 0.9,
            volume: .nan,
            dividend: 0.25,
            splitFactor: 2
        )
        return StoredBar(bar: bar, quarantined: nil)
    }

    @Test
    func `missing numbers are stored as NULL and come back as missing`() throws {
        let store = try TemporaryDatabase().store()
        let bars = [Self.bar(7000), Self.bar(7001, close: .nan)]
        try store.write { try PriceStore($0).replace(Self.series, bars: bars, breaks: []) }
        let found = try store.read { try PriceStore($0).bars(ofTicker: "AAA") }
        #expect(found.map(\.bar.day) == bars.map(\.bar.day))
        #expect(found[0].bar.open.isNaN && found[0].bar.low.isNaN && found[0].bar.volume.isNaN)
        #expect(found[0].bar.high == 11.5 && found[0].bar.dividend == 0.25 && found[0].bar.splitFactor == 2)
        #expect(found[1].bar.close.isNaN && found[1].bar.adjustedClose.isNaN)
        #expect(try TableDump.lines("prices", of: store)[0].contains("NULL"))
        #expect(try store.read { try PriceStore($0).allSeries() } == ["AAA": Self.series])
    }

    @Test
    func `numbers come back to the last bit`() throws {
        let store = try TemporaryDatabase().store()
        let closes = [
            0.1 + 0.2, 1 / 3, 123_456.789_012_345_67, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
        ]
        let bars = closes.enumerated().map { Self.bar(7000 + $0, close: $1) }
        try store.write { try PriceStore($0).replace(Self.series, bars: bars, breaks: []) }
        let found = try store.read { try PriceStore($0).bars(ofTicker: "AAA") }
        #expect(found.map(\.bar.close.bitPattern) == closes.map(\.bitPattern))
    }

    @Test
    func `a series is replaced whole, with its findings`() throws {
        let store = try TemporaryDatabase().store()
        var bars = (7000..<7010).map { Self.bar($0) }
        bars[4].quarantined = .unitError
        let level = StoredBreak(day: bars[7].bar.day, reason: .missingSplit, detail: "a 2:1 split")
        try store.write { try PriceStore($0).replace(Self.series, bars: bars, breaks: [level]) }
        #expect(
            try store.read { try PriceStore($0).bars(ofTicker: "AAA") }.map(\.quarantined)[4] == .unitError
        )
        #expect(try store.read { try PriceStore($0).breaks(ofTicker: "AAA") } == [level])
        try store.write {
            try PriceStore($0).replace(Self.series, bars: Array(bars[..<2]), breaks: [])
        }
        #expect(try store.read { try PriceStore($0).bars(ofTicker: "AAA") }.count == 2)
        #expect(try store.read { try PriceStore($0).breaks(ofTicker: "AAA") }.isEmpty)
    }

    @Test
    func `on the grid, quarantined closes and missing sessions are empty and say which they are`() throws {
        let store = try TemporaryDatabase().store()
        var bars = [7000, 7001, 7003, 7004].map { Self.bar($0, close: Double($0)) }
        bars[1].quarantined = .staleRun
        let saturday = StoredBar(
            bar: Bar(
                day: Stored.calendar.day(ofSession: 7004).advanced(byDays: 1),
                open: 1,
                high: 1,
                low: 1,
                close: 1,
                adjustedClose: 1,
                volume: 1
            ),
            quarantined: .notASession
        )
        let isFriday = Stored.calendar.day(ofSession: 7004).weekday == 5
        try #require(isFriday || Stored.calendar.day(ofSession: 7004).weekday < 5)
        if isFriday { bars.append(saturday) }
        let level = StoredBreak(day: bars[2].bar.day, reason: .missingSplit, detail: "")
        try store.write { try PriceStore($0).replace(Self.series, bars: bars, breaks: [level]) }
        let series = try #require(
            try store.read { try PriceStore($0).priceSeries(ofTicker: "AAA", calendar: Stored.calendar) }
        )
        #expect(series.firstSession == 7000)
        #expect(series.adjusted.count == 5)
        #expect(series.adjusted.map(\.isNaN) == [false, true, true, false, false])
        #expect(series.quarantine == [nil, .staleRun, nil, nil, nil])
        #expect(series.breaks == [7003])
        #expect(series.close[3] == 7003)
    }

    @Test
    func `a symbol without prices has no series`() throws {
        let store = try TemporaryDatabase().store()
        #expect(
            try store.read { try PriceStore($0).priceSeries(ofTicker: "AAA", calendar: Stored.calendar) }
                == nil
        )
        #expect(try store.read { try PriceStore($0).bars(ofTicker: "AAA") }.isEmpty)
    }
}
