import Market
import Testing

@Suite("Days, instants and horizons")
struct TradingDayTests {
    @Test("number every day from 1 to 9999 once, with its weekday")
    func everyDay() {
        var next = TradingDay(year: 1, month: 1, day: 1)?.daysSinceEpoch ?? 0
        var weekday = 1  // 0001-01-01 was a Monday in the Gregorian calendar
        var wrong = 0
        for year in 1...9999 {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in lengths.enumerated() {
                for dayOfMonth in 1...length {
                    let day = TradingDay(year: year, month: month + 1, day: dayOfMonth)
                    let civil = day?.civil
                    if day?.daysSinceEpoch != next || day?.weekday != weekday { wrong += 1 }
                    if civil?.year != year || civil?.month != month + 1 || civil?.day != dayOfMonth {
                        wrong += 1
                    }
                    next += 1
                    weekday = weekday % 7 + 1
                }
                if TradingDay(year: year, month: month + 1, day: length + 1) != nil { wrong += 1 }
            }
        }
        #expect(wrong == 0)
        #expect(TradingDay(year: 1970, month: 1, day: 1)?.daysSinceEpoch == 0)
    }

    @Test(
        "parse one form only",
        arguments: [
            ("2024-02-29", true), ("2023-02-29", false), ("0001-01-01", true), ("0000-01-01", false),
            ("2024-13-01", false), ("2024-00-10", false), ("2024-1-01", false), ("2024-01-01 ", false),
            ("2024/01/01", false), ("20240101", false), ("", false), ("２０２４-01-01", false),
            ("-024-01-01", false),
        ]
    )
    func parse(text: String, isDay: Bool) {
        let day = TradingDay(iso8601: text)
        #expect((day != nil) == isDay)
        if let day { #expect(day.iso8601 == text) }
    }

    @Test(
        "parse timestamps with and without a zone",
        arguments: [
            ("2024-01-02T03:04:05Z", "2024-01-02T03:04:05Z"), ("2024-01-02 03:04Z", "2024-01-02T03:04:00Z"),
            ("2024-01-02T03:04:05.999999Z", "2024-01-02T03:04:05Z"),
            ("2024-01-02T03:04:05-05:00", "2024-01-02T08:04:05Z"),
            ("2024-01-02T23:04:05-0500", "2024-01-03T04:04:05Z"),
            ("2024-01-01T00:00:00+09:00", "2023-12-31T15:00:00Z"), ("2024-01-02T03:04:05", nil),
            ("2024-01-02T24:00:00Z", nil), ("2024-01-02T03:60:00Z", nil), ("2024-01-02T03:04:60Z", nil),
            ("2024-01-02T03:04:05.Z", nil), ("2024-01-02T03:04:05z", nil), ("2024-01-02", nil),
            ("2024-01-02T03:04:05+25:00", nil), ("2024-01-02T03:04:05+0", nil),
            ("2024-01-02T03:04:05Z ", nil),
        ]
    )
    func instants(text: String, utc: String?) {
        #expect(UTCInstant(iso8601: text)?.iso8601 == utc)
    }

    @Test("keep a wall-clock time without a zone apart from one with it")
    func civil() throws {
        let stamp = try #require(CivilTimestamp(utf8: Array("2024-01-02T16:00:01".utf8)))
        #expect(stamp.offsetSeconds == nil)
        #expect(stamp.secondOfDay == 57_601)
        #expect(CivilTimestamp.clock(stamp.secondOfDay) == "16:00:01")
        #expect(CivilTimestamp(utf8: Array("2024-01-02T16:00:01-04:30".utf8))?.offsetSeconds == -16_200)
    }

    @Test("count seconds before 1970 downwards")
    func before1970() throws {
        let instant = UTCInstant(secondsSinceEpoch: -1)
        #expect(instant.iso8601 == "1969-12-31T23:59:59Z")
        #expect(instant.utcSecondOfDay == 86_399)
        #expect(try UTCInstant(day: day("1970-01-02"), secondOfDay: -86_401) == instant)
        #expect(instant.advanced(bySeconds: 1).utcDay.iso8601 == "1970-01-01")
    }

    @Test("name horizons")
    func horizons() {
        #expect(Horizon.allCases.map(\.code) == ["1d", "5d", "20d"])
        #expect(Horizon.allCases.map(\.badge) == ["1-Day", "5-Day", "20-Day"])
        #expect(Horizon.allCases.map { Horizon(code: $0.code) } == Horizon.allCases)
        #expect(Horizon(code: "1D") == nil && Horizon(code: "") == nil && Horizon(code: "10d") == nil)
        #expect(Horizon.oneDay < .fiveDay && Horizon.fiveDay < .twentyDay)
    }
}
