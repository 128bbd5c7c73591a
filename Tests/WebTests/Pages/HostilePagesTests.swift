import EngineTestSupport
import Events
import Market
import Pipeline
import Scores
import Storage
import Testing

@testable import Web

/// Pages over events whose texts were written to break them.
struct HostilePagesTests {
    private static let long = String(repeating: "word \u{202E}dlrow ", count: 420)
    private static let titles = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</title></main></body>", "\u{202E}evil\u{202C} שלום عربى", "&lt;b&gt; &amp; {{content}} {{{title}}}",
        long,
        String(repeating: "x", count: 5000), "\u{0}\u{7}\u{1B}[31m", "",
    ]
    private static let address = "javascript:alert(1)"

    /// A store with one event a title; the last company name and address are hostile too.
    private static func site() throws -> (TestSite, [String]) {
        let store = try TemporaryDatabase().store()
        let now = try #require(UTCInstant(iso8601: "2024-03-01T22:00:00Z"))
        let day = try #require(TradingDay(iso8601: "2024-02-01"))
        let events = titles.enumerated().map { number, title in
            MarketEvent(
                eventID: "evil:\(number);\"<'&?#%",
                ticker: "EVL",
                companyName: title,
                type: .sec8K,
                items: ["2.02"],
                occurredOn: day,
                knownAt: UTCInstant(day: day, secondOfDay: 60_000 + number),
                timePrecision: .exact,
                timeSource: .file,
                title: title,
                summary: title,
                source: "<b>file</b>",
                sourceURL: number % 2 == 0 ? address : "https://x.org/\"onclick=\"y"
            )
        }
        _ = try store.write { try EventStore($0).upsert(events, now: now) }
        return (
            TestSite(job: JobContext.test(store, now: now), settings: .withoutRateLimit),
            events.map(\.eventID)
        )
    }

    @Test
    func `Lists stay whole and small`() async throws {
        let (site, _) = try Self.site()
        for path in ["/", "/events", "/events?text=%3Cscript%3E", "/companies/EVL", "/about"] {
            let answer = try await site.page(path)
            #expect(answer.status == 200, "\(path)")
            let page = HTMLChecker(answer.text)
            #expect(page.problems.isEmpty, "\(path): \(page.problems.prefix(3))")
            #expect(answer.bytes.count < 80_000, "\(path)")
            #expect(page.all("script").count == 1, "\(path)")
            #expect(!page.links.contains { $0.lowercased().hasPrefix("javascript") })
        }
    }

    @Test
    func `The page of each event stays whole and shows the text as text`() async throws {
        let (site, keys) = try Self.site()
        for (key, title) in zip(keys, Self.titles) {
            let answer = try await site.page(PageAddress.event(key))
            #expect(answer.status == 200)
            let page = HTMLChecker(answer.text)
            #expect(page.problems.isEmpty, "\(title.prefix(20)): \(page.problems.prefix(3))")
            #expect(answer.bytes.count < 80_000)
            #expect(page.all("script").count == 1)
            #expect(!page.links.contains { $0.lowercased().hasPrefix("javascript") })
            if title.hasPrefix("<script>") { #expect(page.all("h1").first?.text.contains(title) == true) }
        }
    }

    @Test
    func `Marks of direction are isolated`() async throws {
        let (site, _) = try Self.site()
        let page = HTMLChecker(try await site.page("/events").text)
        #expect(page.elements.filter { $0.name == "bdi" && $0.text.contains("\u{202E}") }.count >= 2)
        for element in page.elements where element.text.contains("\u{202E}") {
            #expect(
                element.name == "bdi"
                    || page.elements.contains { $0.name == "bdi" && element.text.contains($0.text) }
            )
        }
    }

    @Test
    func `A searched text comes back as text`() async throws {
        let (site, _) = try Self.site()
        let answer = try await site.page(
            "/events?text=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&ticker=%3Cb%3E"
        )
        let page = HTMLChecker(answer.text)
        #expect(page.problems.isEmpty, "\(page.problems)")
        #expect(page.element(id: "filter-text")?.attributes["value"] == "\"><script>alert(1)</script>")
    }
}
