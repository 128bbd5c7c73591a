import Evaluation
import Events
import Market
import Outcomes
import RadarQuant
import Scores

/// Facts of events of several kinds.
enum Explained {
    static let day = TradingDay(daysSinceEpoch: 19_845)
    static let scorer: BaseScorer = {
        do {
            return BaseScorer(rules: try ScoringRules.standard())
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    static func event(
        _ type: EventType,
        id: String,
        ticker: String = "AAPL",
        items: [String] = [],
        title: String? = nil,
        precision: TimePrecision = .exact,
        facts: EventFacts = EventFacts()
    ) -> MarketEvent {
        MarketEvent(
            eventID: id,
            ticker: ticker,
            companyName: ticker == "AAPL" ? "Apple Inc." : nil,
            type: type,
            items: items,
            occurredOn: day,
            knownAt: UTCInstant(day: day, secondOfDay: 20 * 3_600 + 30 * 60),
            timePrecision: precision,
            timeSource: precision == .exact ? .file : .none,
            title: title
                ?? EventTitle.of(type, isAmendment: false, items: items.compactMap { FilingItem(number: $0) }),
            source: "example",
            facts: facts
        )
    }

    /// A prediction of a model, or of rules alone where a reason is given.
    static func prediction(
        _ event: MarketEvent,
        _ base: BaseScore,
        _ horizon: Horizon,
        reason: NotAppliedReason? = nil,
        up: Double? = nil,
        isSplit: Bool = true
    ) throws -> Prediction {
        let predicted = try ImpactScore(91.27)
        let score: GuardrailedScore =
            if let reason {
                .notApplied(base: base.score, reason: reason)
            } else {
                .applied(base: base.score, predictedImpact: predicted, weight: try BlendWeight(0.42))
            }
        let rest = score.adjustment.value - 2.5 + 1.25 - 0.25 - 0.25
        let contributions = [
            Contribution(feature: "model_average", group: "model_average", points: rest),
            Contribution(feature: "past_impact_ticker", group: "past_impact_ticker", points: 2.5),
            Contribution(feature: "volatility_20d", group: "volatility_20d", points: -1.25),
            Contribution(feature: "item_2_02", group: "item_2_02", points: 0.25),
            Contribution(feature: "weekday", group: "weekday", points: 0.25),
        ]
        let whole = [
            Contribution(
                feature: Explanation.unsplit,
                group: Explanation.unsplit,
                points: score.adjustment.value
            )
        ]
        let model = try ModelProvenance(
            id: "market-echo-sec_8k-\(horizon.code)@1.0.0",
            name: "market-echo-sec_8k-\(horizon.code)",
            scope: .family(event.family),
            version: "1.0.0"
        )
        return try Prediction(
            eventID: event.eventID,
            ticker: event.ticker,
            eventType: event.type,
            horizon: horizon,
            kind: .live,
            score: score,
            baseBreakdown: base.breakdown,
            rulesVersion: base.rulesVersion,
            model: reason == .noModel ? nil : model,
            labelledEvents: 1_640,
            direction: try up.map { DirectionForecast(probabilityUp: try Probability($0)) }
                ?? DirectionForecast(rules: base.opinion),
            predictedMove: reason == .noModel ? nil : try Percent(3.14),
            interval80: reason == .noModel
                ? nil : try ReturnInterval(lower: try Percent(-6.87), upper: try Percent(6.87)),
            contributions: reason != nil ? [] : isSplit ? contributions : whole,
            featureHash: nil,
            predictedAt: event.knownAt.advanced(bySeconds: 60),
            dataAsOf: event.knownAt
        )
    }

    static func outcome(
        _ event: MarketEvent,
        _ horizon: Horizon,
        _ abnormal: Double,
        impact: Double?
    )
        -> HorizonOutcome
    {
        HorizonOutcome(
            horizon: horizon,
            result: .labelled(
                Outcome(
                    eventID: event.eventID,
                    ticker: event.ticker,
                    type: event.type,
                    horizon: horizon,
                    benchmark: "SPY",
                    baseSession: 100,
                    outcomeSession: 100 + horizon.sessions,
                    stockReturn: abnormal + 0.0004,
                    benchmarkReturn: 0.0004,
                    abnormalReturn: abnormal,
                    direction: abnormal > 0 ? 1 : -1,
                    realizedImpact: impact,
                    priceVintage: 1
                )
            ),
            outcomeDay: day.advanced(byDays: horizon.sessions)
        )
    }

    static func history(
        _ event: MarketEvent,
        ticker: String?,
        n: Int,
        horizon: Horizon = .fiveDay
    ) -> KindHistory {
        KindHistory(
            ticker: ticker,
            kind: .like(event),
            horizon: horizon,
            n: n,
            companies: ticker == nil ? 61 : 1,
            meanImpact: n > 0 ? 68.94 : nil,
            medianImpact: n > 0 ? 79.6 : nil,
            shareUp: n > 0 ? 0.5185 : nil,
            shareUpLower: n > 0 ? 0.49 : nil,
            shareUpUpper: n > 0 ? 0.5471 : nil,
            meanAbsMovePercent: n > 0 ? 3.456 : nil,
            eventIDs: (0..<min(n, 5)).map { "0000320193-23-00010\($0)" }
        )
    }

    /// An explained event with a name for its golden text.
    struct Case: Sendable {
        let name: String
        let facts: ExplanationFacts
    }

    static func cases() throws -> [Case] {
        [
            Case(name: "8k-results", facts: try results()),
            Case(name: "earnings-day-only", facts: try earnings()),
            Case(name: "fda-no-model", facts: try approval()), Case(name: "merger-unscored", facts: merger()),
            Case(name: "8k-few", facts: try few()),
        ]
    }

    private static func results() throws -> ExplanationFacts {
        let event = event(.sec8K, id: "0000320193-24-000067", items: ["2.02", "9.01"])
        let base = scorer.score(event)
        return ExplanationFacts(
            event: event,
            base: BaseFacts(base),
            predictions: try PredictionSet([
                try prediction(event, base, .oneDay), try prediction(event, base, .fiveDay, up: 0.4927),
                try prediction(event, base, .twentyDay, reason: .gateNotPassed),
            ]),
            outcomes: [
                outcome(event, .oneDay, -0.0412, impact: 96.4), outcome(event, .fiveDay, 0.0123, impact: nil),
                HorizonOutcome(horizon: .twentyDay, result: .skipped(.pending)),
            ],
            histories: [history(event, ticker: nil, n: 3_938), history(event, ticker: "AAPL", n: 71)],
            cells: try Worlds.report().cells
        )
    }

    private static func earnings() throws -> ExplanationFacts {
        let event = event(
            .earningsRelease,
            id: "historical-earnings-data:WMT:2024-05-16",
            ticker: "WMT",
            title: "Earnings release: EPS 0.6, estimate 0.52",
            precision: .day,
            facts: EventFacts(epsEstimate: 0.52, epsActual: 0.6, surprisePercent: 15.38)
        )
        let base = scorer.score(event)
        return ExplanationFacts(
            event: event,
            base: BaseFacts(base),
            predictions: try PredictionSet([
                try prediction(event, base, .oneDay, reason: .insufficientData),
                try prediction(event, base, .fiveDay, reason: .lowConfidence),
            ]),
            outcomes: [outcome(event, .oneDay, 0.0691, impact: base.score.value)],
            histories: [history(event, ticker: "WMT", n: 1), history(event, ticker: nil, n: 0)],
            cells: try Worlds.report(small: true).cells
        )
    }

    private static func approval() throws -> ExplanationFacts {
        let event = event(
            .fdaApproval,
            id: "fda:BLA-761234",
            ticker: "LLY",
            title: "FDA approves a treatment",
            facts: EventFacts(decision: "approved")
        )
        let base = scorer.score(event)
        return ExplanationFacts(
            event: event,
            base: BaseFacts(base),
            predictions: try PredictionSet([try prediction(event, base, .oneDay, reason: .noModel)]),
            outcomes: [],
            histories: [],
            cells: []
        )
    }

    /// A title with trading words, which may not come through.
    private static func merger() -> ExplanationFacts {
        let event = event(.merger, id: "news:77", ticker: "XOM", title: "XOM to buy PXD for 60 billion")
        return ExplanationFacts(
            event: event,
            base: nil,
            predictions: nil,
            outcomes: [],
            histories: [],
            cells: []
        )
    }

    private static func few() throws -> ExplanationFacts {
        let event = event(.sec8K, id: "0000320193-24-000068", items: ["4.02"])
        let base = scorer.score(event)
        return ExplanationFacts(
            event: event,
            base: BaseFacts(base),
            predictions: nil,
            outcomes: [HorizonOutcome(horizon: .oneDay, result: .skipped(.noPrices))],
            histories: [history(event, ticker: "AAPL", n: 3), history(event, ticker: nil, n: 4)],
            cells: []
        )
    }
}
