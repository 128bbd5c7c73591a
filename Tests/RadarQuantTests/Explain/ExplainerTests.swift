import Events
import Market
import RadarQuant
import Scores
import Testing

@Suite
struct `An explanation` {
    private func facts(_ name: String) throws -> ExplanationFacts {
        try #require(try Explained.cases().first { $0.name == name }).facts
    }

    @Test(arguments: NotAppliedReason.allCases)
    func `gives the exact sentence where the model was not applied`(_ reason: NotAppliedReason) throws {
        var facts = try facts("8k-results")
        let base = Explained.scorer.score(facts.event)
        facts.predictions = try PredictionSet([
            try Explained.prediction(facts.event, base, .oneDay, reason: reason)
        ])
        #expect(Explainer.explain(facts).sentencesText.contains("1-Day: \(reason.text); the score stays at"))
    }

    @Test(arguments: 1...4)
    func `says that fewer than five events are too few, with their keys`(_ n: Int) throws {
        var facts = try facts("8k-results")
        facts.histories = [Explained.history(facts.event, ticker: "AAPL", n: n)]
        let answer = Explainer.explain(facts)
        #expect(answer.sentencesText.contains("only \(n) earlier event"))
        #expect(answer.sentencesText.contains("too few to conclude from"))
        #expect(!answer.sentencesText.contains("68.9"), "no mean of so few")
        #expect(answer.citedEventIDs.count == 1 + n)
    }

    @Test
    func `gives the figures of five events or more, with n`() throws {
        var facts = try facts("8k-results")
        facts.histories = [Explained.history(facts.event, ticker: "AAPL", n: 5)]
        let text = Explainer.explain(facts).sentencesText
        #expect(text.contains("5-Day: 5 earlier 8-K filings with item 2.02"))
        #expect(text.contains("mean realized impact 69 points (median 80)"))
        #expect(text.contains("a coin gives 50 %"))
        #expect(!text.contains("too few to conclude"))
    }

    @Test
    func `shows contributions that add up to the adjustment`() throws {
        let answer = Explainer.explain(try facts("8k-results"))
        let adjustments = answer.facts.filter { $0.name == "adjustment" }.compactMap(\.value)
        let adjustment = try #require(adjustments.first)
        let terms = answer.facts.filter { $0.name == "contribution" }.compactMap(\.value)
        #expect(terms.count == 4)
        #expect(abs(terms.reduce(0, +) - adjustment) < 1e-9)
    }

    @Test
    func `says where the split of an adjustment is not stored`() throws {
        var facts = try facts("8k-results")
        let base = Explained.scorer.score(facts.event)
        facts.predictions = try PredictionSet([
            try Explained.prediction(facts.event, base, .oneDay, isSplit: false)
        ])
        let text = Explainer.explain(facts).sentencesText
        #expect(text.contains("The split of the adjustment into contributions is not stored."))
        #expect(!text.contains("Largest contributions"))
    }

    @Test
    func `says once that a company has no earlier event of the kind`() throws {
        var facts = try facts("8k-results")
        facts.histories = Horizon.allCases.flatMap { horizon in
            [
                Explained.history(facts.event, ticker: "AAPL", n: 0, horizon: horizon),
                Explained.history(facts.event, ticker: nil, n: 400, horizon: horizon),
            ]
        }
        let text = Explainer.explain(facts).sentencesText
        #expect(text.ranges(of: "of AAPL have a known outcome").count == 1)
        #expect(text.ranges(of: "The latest of them").count == 1, "links stand at one horizon only")
    }

    @Test
    func `does not repeat a title with trading words`() throws {
        let text = Explainer.explain(try facts("merger-unscored")).sentencesText
        #expect(!text.contains("PXD"))
        #expect(text.contains("XOM: Merger, stored as news:77."))
    }

    @Test
    func `says which side was stated and whether it was right`() throws {
        let text = Explainer.explain(try facts("8k-results")).sentencesText
        #expect(text.contains("the stated side was wrong"))
        #expect(text.contains("20-Day: no outcome, since not enough sessions have closed yet."))
    }

    @Test(arguments: EventType.allCases)
    func `can be given for every type`(_ type: EventType) throws {
        let event = Explained.event(type, id: "x:1")
        let facts = ExplanationFacts(
            event: event,
            base: BaseFacts(Explained.scorer.score(event)),
            predictions: nil,
            outcomes: [],
            histories: [Explained.history(event, ticker: nil, n: 12)],
            cells: []
        )
        AnswerRules.check(Explainer.explain(facts), "\(type)")
    }

    @Test
    func `can be given for every item of an 8-K`() {
        for item in FilingItem.allCases {
            let event = Explained.event(.sec8K, id: "x:1", items: [item.number])
            let facts = ExplanationFacts(
                event: event,
                base: BaseFacts(Explained.scorer.score(event)),
                predictions: nil,
                outcomes: [],
                histories: [Explained.history(event, ticker: nil, n: 12)],
                cells: []
            )
            AnswerRules.check(Explainer.explain(facts), "\(item)")
        }
    }
}

@Suite
struct `Groups of contributions` {
    @Test(arguments: [
        ("volatility_20d", "volatility and volume of the share"), ("past_surprises", "earnings surprise"),
        ("past_impact_ticker", "past outcomes of company and kind"),
        ("model_average", "the model's average against the base score"),
        ("item_2.02", "type and items"), ("market_regime", "state of the market"),
        ("something_new", "something new"),
    ])
    func `have names in words`(_ feature: String, _ name: String) {
        #expect(ContributionGroup.name(of: feature) == name)
    }
}
