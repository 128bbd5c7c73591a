import Events
import Market
import Markup
import Scores
import Storage
import Testing

@testable import Web

/// The parts that pages share, each alone.
struct PartsTests {
    private func text(_ write: (inout HTMLWriter) -> Void) -> String { HTMLFragment(write).string }

    // MARK: Time

    @Test(
        arguments: [
            ("2024-01-25T21:05:09Z", "2024-01-25 16:05"), ("2024-07-01T03:59:59Z", "2024-06-30 23:59"),
            ("2024-03-10T07:00:00Z", "2024-03-10 03:00"), ("2024-11-03T05:30:00Z", "2024-11-03 01:30"),
        ]
    )
    func `Times are New York's on the page and UTC in the attribute`(utc: String, shown: String) throws {
        let instant = try #require(UTCInstant(iso8601: utc))
        #expect(text { $0.instant(instant) } == "<time datetime=\"\(utc)\">\(shown)\u{A0}ET</time>")
        #expect(text { $0.instant(instant, zone: false) } == "<time datetime=\"\(utc)\">\(shown)</time>")
    }

    @Test
    func `A day alone is shown where only the day is known`() throws {
        let midnight = try #require(UTCInstant(iso8601: "2024-01-25T05:00:00Z"))
        #expect(
            text { $0.knownAt(midnight, precision: .day) }
                == "<time datetime=\"2024-01-25\">2024-01-25</time>"
        )
    }

    @Test(
        arguments: [
            (0, "just now"), (59, "just now"), (60, "1 minute ago"), (7199, "1 hour ago"),
            (7200, "2 hours ago"),
            (172_800, "2 days ago"), (-5, "just now"),
        ]
    )
    func `Ages are told in the largest unit that fits`(seconds: Int64, words: String) {
        let now = UTCInstant(secondsSinceEpoch: 1_700_000_000)
        #expect(TimeText.age(of: now.advanced(bySeconds: -seconds), at: now) == words)
    }

    // MARK: Scores

    private static let applied = HorizonScore(horizon: .fiveDay, base: 72.4, adjusted: 78.1, reason: nil)
    private static let refused = HorizonScore(
        horizon: .oneDay,
        base: 72.4,
        adjusted: 72.4,
        reason: .insufficientData
    )

    @Test
    func `A pair shows both scores and the change in the fixed words`() {
        let markup = text { ScorePair(Self.applied).write(to: &$0) }
        #expect(markup.contains("<dt>Base score (deterministic rules)</dt><dd>72.4</dd>"))
        #expect(
            markup.contains(
                "<dt>AI-adjusted score (Market Echo)</dt><dd>78.1 <span class=\"delta\">+5.7</span></dd>"
            )
        )
    }

    @Test
    func `A pair without a model shows the reason in place of a number`() {
        let markup = text { ScorePair(Self.refused).write(to: &$0) }
        #expect(markup.contains("<dd class=\"not-applied\">AI model not applied (insufficient data)</dd>"))
        #expect(!markup.contains("track-dot"))
    }

    @Test
    func `The reach of the guardrail is cut at the ends of the scale`() {
        let markup = text { ScoreTrack(base: 90, score: nil).write(to: &$0) }
        #expect(markup.contains("class=\"track-reach\" x=\"70.0%\" width=\"30.0%\""))
        let low = text { ScoreTrack(base: 5, score: nil).write(to: &$0) }
        #expect(low.contains("class=\"track-reach\" x=\"0.0%\" width=\"25.0%\""))
    }

    @Test
    func `The shown badge opens the other horizons`() throws {
        let markup = text {
            HorizonBadges([Self.refused, Self.applied], chosen: .fiveDay, id: "e1").write(to: &$0)
        }
        let page = HTMLChecker(markup, isDocument: false)
        #expect(page.problems.isEmpty, "\(page.problems)")
        let tip = try #require(page.element(id: "e1-tip"))
        #expect(
            tip.text == "Shown: 5-Day 78.1 (+5.7).1-Day AI model not applied (insufficient data)."
        )
        #expect(page.all("button").map(\.text) == ["5-Day"])
    }

    @Test(arguments: [(5.7, "+5.7"), (-0.04, "±0.0"), (0.0, "±0.0"), (-20.0, "\u{2212}20.0")])
    func `Changes carry their sign`(points: Double, shown: String) {
        #expect(HorizonScore.change(points) == shown)
    }

    @Test(
        arguments: [
            (0.54, nil, "Up, 54\u{A0}%"), (0.3, nil, "Down, 70\u{A0}%"), (0.5, nil, "Uncertain, 50\u{A0}%"),
            (nil, RuleDirection.negative, "Rules: down"), (nil, RuleDirection.neutral, "Rules: no move"),
            (nil, nil, "No direction"),
        ] as [(Double?, RuleDirection?, String)]
    )
    func `Directions name who states them`(up: Double?, rules: RuleDirection?, shown: String) {
        #expect(DirectionText.short(probabilityUp: up, rules: rules) == shown)
    }

    // MARK: Texts and addresses

    @Test
    func `Texts from sources are cut at a word and never in a character`() {
        #expect(OutsideText.shortened("one two three", longest: 9) == "one two…")
        #expect(OutsideText.shortened("abc", longest: 3) == "abc")
        #expect(
            OutsideText.shortened("👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧", longest: 3) == "👩‍👩‍👧…"
                || OutsideText.shortened("👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧", longest: 3) == "👩‍👩‍👧 👩‍👩‍👧…"
        )
        #expect(OutsideText.shortened(String(repeating: "x", count: 50), longest: 10) == "xxxxxxxxxx…")
    }

    @Test
    func `Only web addresses become links to other sites`() {
        #expect(
            text { $0.outsideLink("x", to: "https://x.org/a") }
                == "<a href=\"https://x.org/a\" rel=\"noopener noreferrer\">x</a>"
        )
        for address in ["javascript:alert(1)", "data:text/html,x", "/inside", "ftp://x.org", "HTTPS:x", ""] {
            #expect(text { $0.outsideLink("x", to: address) } == "x", "\(address)")
        }
    }

    @Test
    func `Addresses carry hostile keys in percent signs`() {
        #expect(PageAddress.event("a/b?c#d <\"&") == "/events/a%2Fb%3Fc%23d%20%3C%22%26")
        #expect(
            PageAddress.events([("a", "1"), ("b", nil), ("c", ""), ("d", "x&y")]) == "/events?a=1&d=x%26y"
        )
    }

    // MARK: Failures

    private struct Broken: Error {}

    @Test
    func `A part that cannot be read says so and draws no zero`() {
        let part = Loaded<Int>.failed("The list of events")
        let markup = text { html in html.part(part) { html, value in html.count(value) } }
        #expect(markup.contains("class=\"failed\""))
        #expect(markup.contains("The list of events could not be read."))
        #expect(!markup.contains("0"))
        #expect(part.value == nil)
        #expect(part.map { $0 + 1 }.value == nil)
    }

    @Test
    func `A notice without counts says that they could not be read`() {
        let markup = text { PrototypeNotice(.failed("The live counts")).write(to: &$0) }
        #expect(markup.contains("The live counts could not be read."))
        #expect(markup.contains(Wording.prototypeNotice))
    }

    @Test
    func `A page with a failed part keeps its other parts`() {
        let page = EventsPage(
            counts: .failed("The live counts"),
            filter: EventListFilter(),
            events: .failed("The list of events"),
            isFirst: true
        )
        let checked = HTMLChecker(page.document(canSignOut: false, version: "1"))
        #expect(checked.problems.isEmpty, "\(checked.problems)")
        #expect(checked.text.contains("The list of events could not be read."))
        #expect(checked.all("form").count == 1)
        #expect(checked.text.contains(Wording.disclaimer))
    }

    @Test
    func `The sign-in page is whole and keeps where to go`() {
        let facts = PageForms.SignInFacts(
            next: "/jobs?a=\"b\"",
            failure: "That token is not known.",
            version: "1"
        )
        let page = HTMLChecker(String(decoding: SignInPage.bytes(facts), as: UTF8.self))
        #expect(page.problems.isEmpty, "\(page.problems)")
        #expect(page.all("input").contains { $0.attributes["value"] == "/jobs?a=\"b\"" })
        #expect(page.text.contains("That token is not known."))
    }
}
