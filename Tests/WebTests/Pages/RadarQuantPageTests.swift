import Events
import Foundation
import HTTPTypes
import Market
import RadarQuant
import Scores
import Storage
import Testing

@testable import Web

@Suite
struct RadarQuantPageTests {
    private static func target(_ question: String) -> String {
        PageAddress.path("/radarquant", [("question", question)])
    }

    @Test
    func `without a question there is a form, examples and limits`() async throws {
        let page = try await WebWorld().site().page("/radarquant").text
        #expect(MarkupFaults.of(page) == [])
        #expect(page.contains("name=\"question\""))
        #expect(page.contains("name=\"event\""))
        #expect(!page.contains("class=\"answer"))
        #expect(page.contains(Wording.prototypeNotice))
    }

    @Test(arguments: RadarQuantPage.examples)
    func `each example is answered from the facts, with its numbers`(question: String) async throws {
        let answer = try await WebWorld().site().page(Self.target(question))
        #expect(answer.status == 200)
        #expect(
            answer.text.contains("class=\"answer\""),
            "declined: \(PageText.part("answer", in: answer.text))"
        )
        #expect(!answer.text.contains("is-declined"))
        #expect(MarkupFaults.of(answer.text) == [])
        #expect(WordingCheck.violations(in: PageText.plain(answer.text)).isEmpty)
        #expect(answer.text.contains("no language model took part"))
        #expect(answer.text.contains(Wording.adviceNotice))
    }

    @Test(arguments: [
        "Should I buy AAPL?", "Will the price go up tomorrow?", "What is the weather like?", "...",
        "Explain event 0000000000-00-000000",
    ])
    func `a question outside is declined in words`(question: String) async throws {
        let answer = try await WebWorld().site().page(Self.target(question))
        #expect(answer.status == 200)
        #expect(answer.text.contains("class=\"answer is-declined\""))
        #expect(answer.text.contains(">Not answered</h2>"))
        #expect(MarkupFaults.of(answer.text) == [])
    }

    @Test
    func `an empty database is answered with nothing stored, not with zero figures`() async throws {
        for question in RadarQuantPage.examples {
            let answer = try await TestSite.empty().page(Self.target(question))
            #expect(answer.status == 200)
            #expect(MarkupFaults.of(answer.text) == [])
            #expect(!PageText.plain(answer.text).contains("0.0 %"))
        }
    }

    @Test
    func `an event is explained with links to it and to its company`() async throws {
        let world = try WebWorld()
        let site = world.site()
        let event = try world.store.read { connection in
            try EventReader(connection).page(EventQuery(families: [.earnings], isLabelled: true, limit: 1))
                .rows.first
        }
        let eventID = try #require(event?.event.eventID)
        let answer = try await site.page(PageAddress.explanation(of: eventID))
        #expect(answer.status == 200)
        #expect(answer.text.contains("href=\"\(PageAddress.event(eventID))\""))
        #expect(answer.text.contains(">Explanation</h2>"))
        #expect(MarkupFaults.of(answer.text) == [])
        let score = try #require(event?.base?.score)
        #expect(PageText.plain(answer.text).contains("Numbers in this answer"))
        #expect(PageText.part("answer", in: answer.text).isEmpty == false)
        #expect(answer.text.contains(String(format: score == score.rounded() ? "%.0f" : "%.1f", score)))
    }

    @Test
    func `an unknown event is not found and its key is shown as text`() async throws {
        let answer = try await WebWorld().site().page("/radarquant?event=%3Cb%3Enope")
        #expect(answer.status == 404)
        #expect(answer.text.contains("&lt;b&gt;nope"))
        #expect(MarkupFaults.of(answer.text) == [])
    }

    @Test
    func `markup in a question is text`() async throws {
        let answer = try await WebWorld().site().page(Self.target("<script>alert(1)</script>\" onx=\"y"))
        #expect(answer.status == 200)
        #expect(!answer.text.contains("<script>alert"))
        #expect(MarkupFaults.of(answer.text) == [])
    }

    @Test
    func `a question that is too long is refused`() async throws {
        let answer = try await WebWorld().site().page(Self.target(String(repeating: "a", count: 501)))
        #expect(answer.status == 400)
        #expect(answer.text.contains("500 characters"))
    }

    // MARK: Language model

    private func page(_ manner: StubLanguageModel.Manner, _ log: LogLines) async throws -> String {
        let question = Self.target("How many events are stored?")
        return try await withStubLanguageModel(manner) { base in
            var settings = WebSettings()
            settings.languageModel = LanguageModelSettings(
                baseURL: base,
                model: "stub-1",
                apiKey: "secret-key-9"
            )
            return try await WebWorld().site(settings: settings, log: log).page(question).text
        }.value
    }

    @Test
    func `a language model's text that keeps to the facts stands above the program's own`() async throws {
        let text = "The database holds what the sentences below say, put into other words."
        let page = try await page(.says(text), LogLines())
        let rephrased = try #require(page.range(of: text))
        let own = try #require(page.range(of: "class=\"answer\""))
        #expect(rephrased.upperBound < own.lowerBound)
        #expect(page.contains("by the language model stub-1"))
        #expect(MarkupFaults.of(page) == [])
    }

    @Test(arguments: [
        StubLanguageModel.Manner.says("There are 123,456,789 events in the store of this program."),
        .fails(.internalServerError, untilTry: 9, then: ""),
    ])
    func `a language model that adds or fails leaves the program's own sentences`(
        manner: StubLanguageModel.Manner
    ) async throws {
        let log = LogLines()
        let page = try await page(manner, log)
        #expect(!page.contains("123,456,789"))
        #expect(!page.contains("is-rephrased"))
        #expect(page.contains("class=\"answer\""))
        #expect(page.contains("what came back is not shown"))
        #expect(log.lines.contains { $0.contains("language model") })
        #expect(!log.lines.contains { $0.contains("secret-key-9") })
        #expect(!page.contains("secret-key-9"))
    }
}
