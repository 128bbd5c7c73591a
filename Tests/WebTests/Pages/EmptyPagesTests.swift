import Scores
import Testing

@testable import Web

/// Every page over a database that holds nothing.
struct EmptyPagesTests {
    @Test(
        arguments: [
            ("/", "market-echo demo"), ("/events", "market-echo demo"), ("/about", "No price is stored."),
            ("/events?ticker=AAPL", "No stored event fits these filters."),
        ]
    )
    func `An empty page says what to run and draws no zero`(path: String, text: String) async throws {
        let answer = try await TestSite.empty().page(path)
        #expect(answer.status == 200)
        let page = HTMLChecker(answer.text)
        #expect(page.problems.isEmpty, "\(page.problems)")
        #expect(page.text.contains(text))
        #expect(page.text.contains("The database holds no event yet."))
        #expect(page.text.contains(Wording.disclaimer))
        #expect(!page.elements.contains { $0.attributes["class"] == "failed" })
        #expect(WordingCheck.violations(in: page.text).isEmpty)
    }

    @Test(arguments: ["/events/x", "/companies/X", "/models/x"])
    func `Nothing is found in it`(path: String) async throws {
        #expect(try await TestSite.empty().page(path).status == 404)
    }
}
