import Events
import Scores

/// The base score as the sum that it is.
enum BaseScoreSentences {
    static func all(_ facts: ExplanationFacts) -> [Sentence] {
        guard let base = facts.base ?? stored(facts.predictions) else {
            return ["The event has no base score yet."]
        }
        let maximum = NumberFact.measured("scale_maximum", 100, .points, decimals: 0)
        let score = NumberFact.score("base_score", base.score.value)
        var sentences: [Sentence] = [
            "\(word: Wording.baseScoreLabel): \(score) of \(maximum), the sum of its factors."
        ]
        sentences += base.breakdown.map(sentence)
        if let notes = Quote.whole(base.notes.joined(separator: " ")) { sentences.append("\(quote: notes)") }
        return sentences
    }

    /// The base score that the predictions carry, where none is stored by itself.
    private static func stored(_ predictions: PredictionSet?) -> BaseFacts? {
        guard let first = predictions?.predictions.first else { return nil }
        let direction: RuleDirection = .uncertain
        return BaseFacts(
            score: first.score.base,
            breakdown: first.baseBreakdown,
            notes: [],
            direction: direction
        )
    }

    private static func sentence(_ factor: ScoreFactor) -> Sentence {
        let points = NumberFact.score("factor_points", factor.points, isSigned: true)
        if factor.group == .items, let why = Quote.safe(factor.why) {
            return "\(points) points: \(quote: why)."
        }
        let start: Sentence = "\(points) points for \(name(of: factor))"
        guard let why = Quote.safe(factor.why) else { return "\(start)." }
        return "\(start): \(quote: why)."
    }

    static func name(of factor: ScoreFactor) -> Sentence {
        let detail = factor.id.split(separator: ":", maxSplits: 1).last.map(String.init) ?? factor.id
        switch factor.group {
        case .eventType:
            let type = EventType(rawValue: detail).map(Wording.name(of:)) ?? detail
            return "the event type \(label: type)"
        case .items: return "item \(label: detail)"
        case .sector: return "the sector"
        case .size: return "the company's size"
        case .context: return "the circumstance \(label: detail.replacing("_", with: " "))"
        case .clamp: return "the limits of the scale"
        }
    }
}
