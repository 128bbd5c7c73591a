import Events
import Market
import Testing

@testable import MarketEchoCLI

@Suite
struct OptionTextTests {
    @Test(arguments: [
        ("sec_8k", [EventFamily.sec8K]), ("earnings,sec_8k", [.sec8K, .earnings]),
        ("fda, earnings ,fda", [.earnings, .fda]),
    ])
    func families(text: String, expected: [EventFamily]) throws {
        #expect(try OptionText.families(text) == expected)
    }

    @Test(arguments: [("1d", [Horizon.oneDay]), ("20d,5d,5d,1d", [.oneDay, .fiveDay, .twentyDay])])
    func horizons(text: String, expected: [Horizon]) throws {
        #expect(try OptionText.horizons(text) == expected)
    }

    @Test(arguments: [
        ("sec_8k,erning", "'erning' is not known (did you mean 'earnings'?); accepted are sec_8k, "),
        ("sec_8k,,fda", "a part is empty; accepted are sec_8k, "), ("", "a part is empty; accepted are "),
        ("SEC", "'SEC' is not known; accepted are "),
    ])
    func badFamilies(text: String, message: String) {
        let error = #expect(throws: OptionError.self) { try OptionText.families(text) }
        #expect(error?.description.hasPrefix(message) ?? false, "\(error?.description ?? "")")
    }

    @Test
    func badHorizonsNameAllThatAreAccepted() {
        let error = #expect(throws: OptionError.self) { try OptionText.horizons("10 days") }
        #expect(
            error?.description
                == "'10 days' is not known; accepted are 1d, 5d and 20d, with commas between"
        )
    }

    @Test(arguments: ["2023-02-29", "2023-1-1", "yesterday", ""])
    func badDays(text: String) {
        #expect(throws: OptionError.self) { try OptionText.day(text) }
    }

    @Test(arguments: ["0", "-1", "1.5", "many", ""])
    func badCounts(text: String) {
        #expect(throws: OptionError.self) { try OptionText.positive(text) }
    }
}
