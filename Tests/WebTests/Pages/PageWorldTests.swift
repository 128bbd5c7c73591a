import EngineTestSupport
import Events
import Market
import Models
import Scores
import Storage
import Testing

@testable import Web

/// Every page for everyone over a world that went through the whole engine.
struct PageWorldTests {
    private let world: APIWorld

    init() throws {
        world = try APIWorld.shared.get()
    }

    /// The pages by name.
    private enum Place: String, CaseIterable, CustomTestStringConvertible {
        case overview, events, filtered, byScore, adjusted, otherHorizon, revised, unscored, company,
            unpriced, model,
            about

        var testDescription: String { rawValue }
        /// Whether it shows a prediction, and so the notice.
        var showsNotice: Bool { true }
    }

    private func path(_ place: Place) throws -> String {
        switch place {
        case .overview: return "/"
        case .events: return "/events"
        case .filtered:
            return
                "/events?ticker=caa&family=earnings&event_type=earnings_release&since=2016-01-01&until=2030-01-01"
                + "&min_score=10&text=e&sort=score&horizon=1d"
        case .byScore: return "/events?sort=score"
        case .adjusted: return PageAddress.event(world.adjusted) + "?horizon=1d"
        case .otherHorizon: return PageAddress.event(world.adjusted) + "?horizon=20d"
        case .revised: return PageAddress.event(world.revised)
        case .unscored: return PageAddress.event(world.unscored)
        case .company: return "/companies/CAA"
        case .unpriced: return "/companies/\(try #require(world.world.tickers.last))"
        case .model: return PageAddress.model(try model())
        case .about: return "/about"
        }
    }

    private func model() throws -> String {
        try #require(try world.store.read { try ModelStore($0).records() }.first { $0.status == .champion })
            .id
    }

    @Test(arguments: Place.allCases)
    private func `Each page is well-formed, labelled, worded, small and says what it is`(
        place: Place
    ) async throws {
        let answer = try await world.site.page(path(place))
        #expect(answer.status == 200)
        let page = HTMLChecker(answer.text)
        #expect(page.problems.isEmpty, "\(page.problems.prefix(5))")
        #expect(answer.bytes.count < 150_000)
        #expect(WordingCheck.violations(in: page.text).isEmpty)
        #expect(page.text.contains(Wording.disclaimer))
        #expect(!page.elements.contains { $0.attributes["class"] == "failed" })

        let counts = try world.store.read { try LiveCountReader($0).counts() }
        #expect(page.text.contains("Prototype. \(Wording.prototypeNotice)"))
        #expect(
            page.text.contains("\(TestNumber.grouped(counts.events)) events of \(counts.companies) companies")
        )
        #expect(page.text.contains("\(TestNumber.grouped(counts.labels)) labelled outcomes"))
        let day = try #require(counts.latestPriceDay)
        #expect(page.text.contains("prices to \(day.iso8601)"))
    }

    @Test
    func `No link of these pages leads nowhere`() async throws {
        var targets: Set<String> = []
        for place in Place.allCases {
            let page = HTMLChecker(try await world.site.page(path(place)).text)
            targets.formUnion(page.links.map { String($0.prefix { $0 != "#" }) })
        }
        let own = targets.filter { $0.hasPrefix("/events?") || $0.hasPrefix("/models/") || !$0.contains("?") }
            .filter { $0.hasPrefix("/") }
        #expect(own.count > 20)
        for target in own.sorted().prefix(150) {
            let answer = try await world.site.page(target)
            #expect([200, 303, 308].contains(answer.status), "\(target): \(answer.status)")
        }
    }

    // MARK: Single pages

    @Test
    func `An adjusted event shows both scores, the model, its terms and what happened`() async throws {
        let page = HTMLChecker(try await world.site.page(path(.adjusted)).text)
        for text in [
            "Base score (deterministic rules)", "AI-adjusted score (Market Echo)", "1-Day", "5-Day", "20-Day",
            "Model details", "Model family: Earnings", "Model version: 1.0.0", "Prototype",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        let stored = try world.site.site.predictions.prediction(eventID: world.adjusted)
        let prediction = try #require(stored.predictions?.predictions.first { $0.horizon == .oneDay })
        let pair = try #require(page.elements.first { $0.attributes["class"] == "score-pair" })
        #expect(pair.text.contains(TestNumber.decimal(prediction.score.base.value)))
        #expect(pair.text.contains(TestNumber.decimal(prediction.score.adjusted.value)))
        #expect(page.elements.contains { $0.attributes["class"]?.hasPrefix("chart") == true })
        #expect(page.all("caption").contains { $0.text == "Adjustment of the model" })
        #expect(page.all("caption").contains { $0.text.hasPrefix("Terms of the adjustment") })
        #expect(page.links.contains("/radarquant?event=\(PercentDecoding.encoded(world.adjusted))"))
        #expect(page.links.contains("/ml-scores/\(PercentDecoding.encoded(world.adjusted))"))
        #expect(page.links.contains("/companies/\(prediction.ticker)"))
    }

    @Test
    func `Groups of contributions add up to the adjustment`() throws {
        let stored = try world.site.site.predictions.prediction(eventID: world.adjusted)
        for prediction in try #require(stored.predictions).predictions where prediction.score.isApplied {
            let groups = ContributionGroup.groups(of: prediction.contributions)
            #expect(abs(groups.reduce(0) { $0 + $1.points } - prediction.score.adjustment.value) < 1e-6)
            #expect(groups.reduce(0) { $0 + $1.terms } == prediction.contributions.count)
            #expect(!groups.contains { $0.title == "Other features" })
        }
    }

    @Test
    func `An event that no model adjusted says why and shows no second number`() async throws {
        let page = HTMLChecker(try await world.site.page(path(.otherHorizon)).text)
        let pair = try #require(page.elements.first { $0.attributes["class"] == "score-pair" })
        let stored = try world.site.site.predictions.prediction(eventID: world.adjusted)
        let prediction = try #require(stored.predictions?.predictions.first { $0.horizon == .twentyDay })
        let reason = try #require(prediction.score.reason)
        #expect(pair.text.contains(reason.text))
        let numbers = pair.text.split { !$0.isNumber && $0 != "." }.filter { $0.contains(".") }
        #expect(numbers.count == 1)
    }

    @Test
    func `An event that came after scoring names the command that scores it`() async throws {
        let page = HTMLChecker(try await world.site.page(path(.unscored)).text)
        #expect(page.text.contains("market-echo score"))
        #expect(page.text.contains("Not scored yet"))
        #expect(page.all("h1").first?.text.contains("<script>alert(1)</script>") == true)
    }

    @Test
    func `A revised label keeps its earlier value`() async throws {
        let page = HTMLChecker(try await world.site.page(path(.revised)).text)
        #expect(page.all("caption").contains { $0.text == "Values that were replaced" })
        #expect(page.all("caption").contains { $0.text == "Provenance of the labels" })
    }

    @Test
    func `A company without prices says what to import`() async throws {
        let page = HTMLChecker(try await world.site.page(path(.unpriced)).text)
        #expect(page.text.contains("market-echo import prices PATH"))
        #expect(page.text.contains("market-echo label-events"))
    }

    @Test
    func `A model card shows gate, figures with n, history and limits`() async throws {
        let page = HTMLChecker(try await world.site.page(path(.model)).text)
        let titles = page.all("h2").map(\.text)
        #expect(
            titles == ["What it is", "What it may do", "Gate", "Out of sample", "Status history", "Limits"]
        )
        #expect(page.text.contains("Walk-forward"))
        #expect(page.text.contains("Model version: 1.0.0"))
    }

    // MARK: The list

    @Test
    func `The list is walked to its end without a gap and without a repetition`() async throws {
        var seen: [String] = []
        var target: String? = "/events?ticker=CAA"
        while let path = target {
            let page = HTMLChecker(try await world.site.page(path).text)
            seen += page.elements.filter { $0.name == "a" && $0.ancestors.last == "h3" }
                .compactMap { $0.attributes["href"] }
            target = page.all("a").first { $0.attributes["rel"] == "next" }?.attributes["href"]
        }
        let expected = try world.store.read { try EventStore($0).events(ofTicker: "CAA") }
            .sorted { ($0.knownAt, $0.eventID) > ($1.knownAt, $1.eventID) }.map {
                PageAddress.event($0.eventID)
            }
        #expect(expected.count > EventsPage.limit)
        #expect(seen == expected)
    }

    @Test
    func `A filter that nothing fits says so and offers to remove it`() async throws {
        let page = HTMLChecker(try await world.site.page("/events?ticker=NONE&min_score=99").text)
        #expect(page.text.contains("No stored event fits these filters."))
        #expect(page.links.contains("/events?ticker=NONE"))
        #expect(page.links.contains("/events?min_score=99"))
        #expect(page.all("h2").first?.text == "0 events")
    }

    @Test(
        arguments: [
            "/events?min_score=abc", "/events?since=tomorrow", "/events?family=none", "/events?cursor=x",
            "/events?direction=sideways", "/events?horizon=3d",
        ]
    )
    func `A value that no filter accepts is named on an error page`(path: String) async throws {
        let answer = try await world.site.page(path)
        #expect(answer.status == 400)
        let page = HTMLChecker(answer.text)
        #expect(page.problems.isEmpty, "\(page.problems)")
        #expect(page.text.contains("ccepted"))
        #expect(page.links.contains("/events"))
    }

    @Test(arguments: ["/events/nothing", "/companies/NOTHING", "/models/nothing", "/nothing"])
    func `What is not stored gives a page of its own with ways back`(path: String) async throws {
        let answer = try await world.site.page(path)
        #expect(answer.status == 404)
        let page = HTMLChecker(answer.text)
        #expect(page.problems.isEmpty, "\(page.problems)")
        #expect(page.links.contains("/"))
        #expect(WordingCheck.violations(in: page.text).isEmpty)
    }
}
