import EngineTestSupport
import Events
import HTTPTypes
import Market
import Pipeline
import Storage
import Testing

@testable import Web

/// A page of which one part cannot be read.
struct FailedPartsTests {
    @Test
    func `The rest stands, the reason is logged and the page is not kept`() async throws {
        let now = try #require(UTCInstant(iso8601: "2024-03-01T22:00:00Z"))
        let day = try #require(TradingDay(iso8601: "2024-02-01"))
        let event = MarketEvent(
            eventID: "one",
            ticker: "ONE",
            type: .sec8K,
            items: ["2.02"],
            occurredOn: day,
            knownAt: UTCInstant(day: day, secondOfDay: 60_000),
            timePrecision: .exact,
            timeSource: .file,
            title: "Results",
            source: "file"
        )
        let store = try TemporaryDatabase().store()
        try store.write { connection in
            _ = try EventStore(connection).upsert([event], now: now)
            try connection.execute("ALTER TABLE event_outcome_revisions RENAME TO hidden")
        }
        let log = LogCollector()
        let site = TestSite(job: JobContext.test(store, now: now, log: log), settings: .withoutRateLimit)

        let answer = try await site.page("/events/one")
        #expect(answer.status == 200)
        let page = HTMLChecker(answer.text)
        #expect(page.problems.isEmpty, "\(page.problems)")
        #expect(page.elements.filter { $0.attributes["class"] == "failed" }.count == 1)
        #expect(page.text.contains("The labels could not be read."))
        #expect(page.all("h1").first?.text == "Results")
        #expect(page.all("h2").map(\.text).contains("History of its kind"))
        #expect(!answer.text.contains("no such table"))
        #expect(answer.headers[.cacheControl]?.contains("no-store") == true)
        #expect(log.lines.contains { $0.contains("page part failed") })

        let other = try Store(path: store.path)
        _ = try other.write { try $0.execute("ALTER TABLE hidden RENAME TO event_outcome_revisions") }
        let repaired = HTMLChecker(try await site.page("/events/one").text)
        #expect(!repaired.elements.contains { $0.attributes["class"] == "failed" })
    }
}
