import Market
import Outcomes
import Scores

/// What the price then really did, beside what was estimated.
enum OutcomeSentences {
    static func all(_ facts: ExplanationFacts) -> [Sentence] {
        guard !facts.outcomes.isEmpty else { return ["Its outcome was not measured yet."] }
        return facts.outcomes.sorted { $0.horizon < $1.horizon }.flatMap { entry -> [Sentence] in
            switch entry.result {
            case .skipped(let reason):
                ["\(label: Wording.badge(entry.horizon)): no outcome, since \(word: words(reason))."]
            case .labelled(let outcome):
                [measured(outcome, day: entry.outcomeDay)] + comparison(outcome, facts)
            }
        }
    }

    private static func measured(_ outcome: Outcome, day: TradingDay?) -> Sentence {
        let badge = Wording.badge(outcome.horizon)
        let until: Sentence = day.map { " until \(label: $0.iso8601)" } ?? ""
        let impact: Sentence =
            outcome.realizedImpact.map {
                "realized impact \(NumberFact.score("realized_impact", $0)) points"
            } ?? "the stock has too few earlier moves for a realized impact"
        return
            "\(label: badge): the share moved "
            + "\(NumberFact.move("stock_return", outcome.stockReturn))\(until) and the benchmark "
            + "\(label: outcome.benchmark) \(NumberFact.move("benchmark_return", outcome.benchmarkReturn)), "
            + "an abnormal return of \(NumberFact.move("abnormal_return", outcome.abnormalReturn)); "
            + "\(impact)."
    }

    /// The outcome against the estimate of the same horizon.
    private static func comparison(_ outcome: Outcome, _ facts: ExplanationFacts) -> [Sentence] {
        let prediction = facts.predictions?.predictions.first { $0.horizon == outcome.horizon }
        guard let estimate = prediction?.score.adjusted ?? facts.base?.score else { return [] }
        var parts: [Sentence] = []
        if let impact = outcome.realizedImpact {
            let error = estimate.value - impact
            let size = NumberFact.score("estimate_error", abs(error))
            let given = NumberFact.score("estimate", estimate.value)
            let side: String = error > 0 ? "too high" : "too low"
            parts.append(
                abs(error) < 0.05
                    ? "the estimate of \(given) was met"
                    : "the estimate of \(given) was \(size) points \(word: side)"
            )
        }
        if let range = prediction?.interval80 {
            let percent = 100 * outcome.abnormalReturn
            let isInside = range.lower.value <= percent && percent <= range.upper.value
            parts.append("the return lay \(word: isInside ? "inside" : "outside") the predicted range")
        }
        if let direction = prediction?.direction.direction, let side = side(direction, outcome.direction) {
            parts.append(side)
        }
        guard !parts.isEmpty else { return [] }
        return ["Against the estimate at \(label: Wording.badge(outcome.horizon)): \(parts.joined())."]
    }

    /// Nil where no side was stated; neutral and uncertain are never graded.
    private static func side(_ stated: PredictedDirection, _ direction: Int) -> Sentence? {
        guard stated == .up || stated == .down else { return nil }
        guard direction != 0 else { return "the move was too small to have a side" }
        return (stated == .up) == (direction > 0) ? "the stated side was right" : "the stated side was wrong"
    }

    static func words(_ reason: SkipReason) -> String {
        switch reason {
        case .pending: "not enough sessions have closed yet"
        case .noPrices: "no price of the company is stored"
        case .notYetListed: "the company was not yet listed"
        case .delistedBeforeOutcome: "the company's prices end before the window does"
        case .missingBaseClose: "the close before the event is missing"
        case .missingOutcomeClose: "the close at the end of the window is missing"
        case .benchmarkMissing: "a close of the benchmark is missing"
        case .suspectPrice: "a price in the window is suspect and was set aside"
        case .insufficientHistory: "the stock has too few earlier moves to rank it among"
        case .unsupportedTicker: "the prices of the symbol belong to another company"
        }
    }
}
