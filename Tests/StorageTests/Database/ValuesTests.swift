import EngineTestSupport
import Market
import Storage
import Testing

/// Values go through the driver unchanged.
@Suite
struct ValuesTests {
    @Test
    func `every kind of value comes back`() throws {
        let store = try TemporaryDatabase().store()
        let texts = [
            "", "a", "it's; \"quoted\"", "line\nline", "żółć 🙂", String(repeating: "x", count: 2_000_000),
        ]
        for text in texts {
            #expect(try store.read { try $0.first("SELECT $1", [.text(text)]) { $0.text(0) } } == text)
        }
        for bytes in [[], [0], [255, 0, 1], [UInt8](repeating: 9, count: 1_000_000)] as [[UInt8]] {
            #expect(try store.read { try $0.first("SELECT $1", [.blob(bytes)]) { $0.blob(0) } } == bytes)
            #expect(try store.read { try $0.first("SELECT $1", [.blob(bytes)]) { $0.isNull(0) } } == false)
        }
        for number in [Int64.min, -1, 0, .max] {
            #expect(
                try store.read { try $0.first("SELECT $1", [.integer(number)]) { Int64($0.integer(0)) } }
                    == number
            )
        }
        for number in [0.1, -0.0, .leastNonzeroMagnitude, .infinity, -.infinity, .greatestFiniteMagnitude] {
            let found = try store.read { try $0.first("SELECT $1", [.real(number)]) { $0.double(0) } }
            #expect(found?.bitPattern == number.bitPattern)
        }
        #expect(try store.read { try $0.first("SELECT $1", [.real(.nan)]) { $0.isNull(0) } } == true)
        #expect(
            try store.read { try $0.first("SELECT $1", [.null]) { $0.optionalText(0) ?? "nil" } } == "nil"
        )
    }

    @Test
    func `a day or an instant that is none is an error with its column`() throws {
        let store = try TemporaryDatabase().store()
        #expect(throws: StorageError.corrupt(table: "result", column: "day", value: "2020-02-30")) {
            try store.read { try $0.first("SELECT '2020-02-30' AS day") { try $0.day(0) } }
        }
        #expect(throws: StorageError.corrupt(table: "result", column: "at", value: "yesterday")) {
            try store.read { try $0.first("SELECT 'yesterday' AS at") { try $0.instant(0) } }
        }
    }

    @Test
    func `days and instants of every year come back`() throws {
        let store = try TemporaryDatabase().store()
        for year in stride(from: 1, to: 9999, by: 7) {
            let day = try #require(TradingDay(year: year, month: 1 + year % 12, day: 1 + year % 28))
            let instant = UTCInstant(day: day, secondOfDay: year * 7919 % 86_400)
            let found = try store.read { connection in
                try connection.first("SELECT $1, $2", [.day(day), .instant(instant)]) {
                    (day: try $0.day(0), instant: try $0.instant(1))
                }
            }
            #expect(found?.day == day && found?.instant == instant)
        }
    }

    @Test(arguments: [
        "2020-02-30T00:00:00Z", "2020-01-01T24:00:00Z", "2020-01-01T00:60:00Z", "2020-01-01T00:00:60Z",
        "2O20-01-01T00:00:00Z", "2020-01-01T0a:00:00Z", "2020/01/01T00:00:00Z", "2020-01-01T00:00:00X", "",
        "2020-01-01", "2020-01-01T00:00:00",
    ])
    func `a text that is nearly an instant is none`(text: String) throws {
        let store = try TemporaryDatabase().store()
        #expect(throws: StorageError.self) {
            try store.read { try $0.first("SELECT $1", [.text(text)]) { try $0.instant(0) } }
        }
    }

    @Test(arguments: ["2020-02-30", "2020-1-1", "2020-01-011", "0000-01-01", "20200101", "", "2020-13-01"])
    func `a text that is nearly a day is none`(text: String) throws {
        let store = try TemporaryDatabase().store()
        #expect(throws: StorageError.self) {
            try store.read { try $0.first("SELECT $1", [.text(text)]) { try $0.day(0) } }
        }
    }

    @Test
    func `horizons are read by their codes alone`() throws {
        let store = try TemporaryDatabase().store()
        for horizon in Horizon.allCases {
            let found = try store.read {
                try $0.first("SELECT $1", [.text(horizon.code)]) { try $0.horizon(0) }
            }
            #expect(found == horizon)
        }
        for text in ["", "d", "1", "2d", "20", "20d ", "05d"] {
            #expect(throws: StorageError.self) {
                try store.read { try $0.first("SELECT $1", [.text(text)]) { try $0.horizon(0) } }
            }
        }
    }

    @Test
    func `a statement that fails names itself and the reason`() throws {
        let store = try TemporaryDatabase().store()
        let error = #expect(throws: (any Error).self) { try store.read { try $0.count("SELECT nonsense") } }
        #expect("\(error.map { "\($0)" } ?? "")".contains("nonsense"))
    }

    @Test
    func `hashes are sixteen digits both ways`() {
        for value in [0, 1, .max, 0xfedc_ba98_7654_3210] as [UInt64] {
            #expect(Hex.text(value).count == 16)
            #expect(Hex.value(Hex.text(value)) == value)
        }
        #expect(Hex.value("12") == nil && Hex.value("zzzzzzzzzzzzzzzz") == nil)
    }
}
