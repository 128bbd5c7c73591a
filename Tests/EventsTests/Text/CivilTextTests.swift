import Market
import Testing

@testable import Events

@Suite
struct CivilTextTests {
    @Test(arguments: [
        "2024-05-02", "2024-02-29", "2023-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "2024-5-02",
        "2024-05-2x", "2024/05/02", "20240502", "2024-05-02 ", "", "2024-13-01", "-024-05-02", "２024-05-02",
    ])
    func readsDaysAsTheCalendarDoes(text: String) {
        #expect(CivilText.day(bytes(text)[...]) == TradingDay(iso8601: text))
    }

    @Test(arguments: [
        "2024-05-02T20:30:45Z", "2024-05-02T20:30:45.000Z", "2024-05-02T20:30:45.12Z",
        "2024-05-02T20:30:45.123456Z", "2024-05-02T20:30Z", "2024-05-02 20:30:45",
        "2024-05-02T20:30:45+05:00",
        "2024-05-02T24:30:45Z", "2024-05-02T20:60:45Z", "2024-05-02T20:30:60Z", "2024-05-02T20:30:45.xyzZ",
        "2024-05-02T20:30:45z", "2024-05-02T20-30-45Z", "", "Z", "2024-02-30T20:30:45Z",
        "2024-05-02X20:30:45.000Z", "2024-05-02T20:30:45,000Z",
    ])
    func readsTimesAsTheGeneralReaderDoes(text: String) {
        #expect(CivilText.timestamp(bytes(text)[...]) == CivilTimestamp(utf8: bytes(text)))
    }

    /// Any change of any byte gives what the general reader gives.
    @Test
    func agreesOnDamagedText() {
        for good in ["2024-05-02T20:30:45Z", "2024-05-02T20:30:45.000Z"] {
            for index in good.utf8.indices.enumerated().map(\.offset) {
                for value in UInt8.min...UInt8.max {
                    var changed = bytes(good)
                    changed[index] = value
                    #expect(CivilText.timestamp(changed[...]) == CivilTimestamp(utf8: changed))
                    #expect(CivilText.day(changed[..<10]) == TradingDay(utf8: changed[..<10]))
                }
            }
        }
    }

    @Test(arguments: [
        ("0", true), ("-0", true), ("10", true), ("1.5", true), ("1e5", true), ("1E-05", true), ("01", false),
        ("", false), ("-", false), ("1.", false), (".1", false), ("1e", false), ("1e+", false), ("1x", false),
        ("--1", false), ("1.2.3", false),
    ])
    func knowsTheGrammarOfNumbers(text: String, isValid: Bool) {
        #expect(JSONNumber.isValid(bytes(text)[...]) == isValid)
    }
}
