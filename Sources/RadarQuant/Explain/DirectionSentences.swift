import Market
import Scores

/// Which way and how far the price is expected to move.
enum DirectionSentences {
    static func all(_ facts: ExplanationFacts) -> [Sentence] {
        guard let predictions = facts.predictions?.predictions, !predictions.isEmpty else {
            guard let base = facts.base else { return [] }
            let direction = DirectionForecast(rules: base.direction).direction
            return ["The \(rules(direction))"] + why(facts, direction)
        }
        var sentences: [Sentence] = []
        for prediction in predictions where prediction.direction.source == .model {
            sentences += model(prediction)
        }
        let ruled = predictions.filter { $0.direction.source == .rules }
        if let first = ruled.first {
            let badges = ruled.map { prediction -> Sentence in "\(label: Wording.badge(prediction.horizon))" }
            let said = rules(first.direction.direction)
            sentences.append(
                ruled.count == predictions.count ? "The \(said)" : "\(badges.joined()): the \(said)"
            )
            sentences += why(facts, first.direction.direction)
        }
        return sentences + predictions.compactMap(range)
    }

    private static func model(_ prediction: Prediction) -> [Sentence] {
        guard let up = prediction.direction.probabilityUp else { return [] }
        let probability = NumberFact.probability("probability_up", up.value)
        let start: Sentence =
            "\(label: Wording.badge(prediction.horizon)): the calibrated probability of a return above the "
            + "benchmark's is \(probability)"
        switch prediction.direction.confidenceLevel {
        case .low: return ["\(start), hardly better than a coin."]
        case .notRated, .medium, .high: return ["\(start)."]
        }
    }

    private static func rules(_ direction: PredictedDirection) -> Sentence {
        "rules say \(word: words(direction)); no calibrated probability stands behind it, and it does not "
            + "move the score."
    }

    static func words(_ direction: PredictedDirection) -> String {
        switch direction {
        case .up: "up"
        case .down: "down"
        case .neutral: "neutral"
        case .uncertain: "uncertain"
        }
    }

    /// The reason of the rules; a side that they do not state needs none.
    private static func why(_ facts: ExplanationFacts, _ direction: PredictedDirection) -> [Sentence] {
        guard direction == .up || direction == .down else { return [] }
        return Quote.safe(facts.base?.directionWhy).map { ["Their reason: \(quote: $0)."] } ?? []
    }

    private static func range(_ prediction: Prediction) -> Sentence? {
        let badge = Wording.badge(prediction.horizon)
        let move = prediction.predictedMove.map {
            NumberFact.measured("predicted_move", $0.value, .percent, decimals: 1)
        }
        let coverage = NumberFact.measured("range_coverage", 80, .percent, decimals: 0)
        switch (move, prediction.interval80) {
        case (let move?, let range?):
            return
                "\(label: badge): the typical move for such an event is \(move) in either direction; the "
                + "range meant to cover \(coverage) of outcomes is \(ends(range))."
        case (let move?, nil):
            return
                "\(label: badge): the typical move for such an event is \(move) in either direction; there "
                + "is no range."
        case (nil, let range?):
            return "\(label: badge): the range meant to cover \(coverage) of outcomes is \(ends(range))."
        case (nil, nil): return nil
        }
    }

    private static func ends(_ range: ReturnInterval) -> Sentence {
        let lower = NumberFact.move("range_lower", range.lower.value / 100)
        let upper = NumberFact.move("range_upper", range.upper.value / 100)
        return "\(lower) to \(upper)"
    }
}
