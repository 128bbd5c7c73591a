import Market
import Testing

@testable import Events

@Suite
struct AnnouncementTimeTests {
    @Test(arguments: [
        ("Jan 30, 2025, 4 PMEST", "2025-01-30T21:00:00Z", 16),
        ("Jul 30, 2025, 6 AMEDT", "2025-07-30T10:00:00Z", 6),
        ("Apr 5, 2010, 12 PMEDT", "2010-04-05T16:00:00Z", 12),
        ("Oct 31, 2024, 12 AMEDT", "2024-10-31T04:00:00Z", nil),
        ("Dec 1, 2005, 11 PMEST", "2005-12-02T04:00:00Z", 23),
        ("Jul 1, 2020, 4 PMEST", "2020-07-01T20:00:00Z", 16),
    ])
    func readsTimes(text: String, expected: String, hour: Int?) throws {
        let time = try #require(AnnouncementTime(text))
        #expect(time.hour == hour)
        #expect(time.instant == (try instant(expected)))
    }

    @Test(arguments: [
        "", "-", "Jan 30, 2025", "Jan 30, 2025, 4 PM", "Jan 30, 2025, 4 PMCET", "Jan 30, 2025, 0 PMEST",
        "Jan 30, 2025, 13 AMEST", "Feb 29, 2025, 4 PMEST", "jan 30, 2025, 4 PMEST", "Jan 30 2025, 4 PMEST",
        "Jan 30, 25, 4 PMEST", "Jan +3, 2025, 4 PMEST", "Jan 30, 2025, 4 PMEST, x",
    ])
    func refusesOtherText(text: String) {
        #expect(AnnouncementTime(text) == nil)
    }
}
