import Market
import Scores

/// What the model did to the base score at each horizon.
enum AdjustmentSentences {
    static func all(_ facts: ExplanationFacts) -> [Sentence] {
        guard let predictions = facts.predictions?.predictions, !predictions.isEmpty else {
            return ["No prediction was made for this event yet, so there is no adjusted score."]
        }
        var sentences = predictions.flatMap(sentences)
        if predictions.contains(where: \.score.isApplied) {
            let limit = NumberFact.measured("adjustment_limit", Guardrail.limit, .points, decimals: 0)
            sentences.append(
                "The guardrail lets a model move a base score by at most \(limit) points either way."
            )
        }
        return sentences
    }

    private static func sentences(_ prediction: Prediction) -> [Sentence] {
        let badge = Wording.badge(prediction.horizon)
        let adjusted = NumberFact.score("adjusted_score", prediction.score.adjusted.value)
        if let reason = prediction.score.reason {
            return ["\(label: badge): \(word: reason.text); the score stays at \(adjusted)."]
        }
        let points = NumberFact.score("adjustment", prediction.score.adjustment.value, isSigned: true)
        var sentence: Sentence =
            "\(label: badge): \(word: Wording.adjustedScoreLabel) \(adjusted), that is \(points) points on "
            + "the base score"
        if let predicted = prediction.score.predictedImpact, let weight = prediction.score.weight {
            let impact = NumberFact.score("predicted_impact", predicted.value)
            let share = NumberFact.measured("blend_weight", weight.value, .plain, decimals: 2)
            sentence = sentence + "; the model expects an impact of \(impact) and counts with weight \(share)"
        }
        return ["\(sentence)."] + model(prediction) + contributions(prediction)
    }

    private static func model(_ prediction: Prediction) -> [Sentence] {
        guard let model = prediction.model else { return [] }
        let events = NumberFact.count("labelled_events", prediction.labelledEvents)
        let link = Run.model(id: model.id, label: Wording.modelVersion(model.version))
        return [
            "\(label: Wording.modelFamily(model.scope)). \(link), resting on \(events) labelled events."
        ]
    }

    // MARK: Contributions

    private static let shownGroups = 3

    /// The largest groups of contributions; the rest stands as one term, so that all add up.
    private static func contributions(_ prediction: Prediction) -> [Sentence] {
        let isSplit = prediction.contributions.contains { $0.group != Explanation.unsplit }
        guard isSplit else {
            return ["The split of the adjustment into contributions is not stored."]
        }
        var points: [String: Double] = [:]
        for term in prediction.contributions {
            points[ContributionGroup.name(of: term.group), default: 0] += term.points
        }
        let sorted = points.sorted { (abs($0.value), $1.key) > (abs($1.value), $0.key) }
        var terms = sorted.prefix(shownGroups).map(term)
        let rest = sorted.dropFirst(shownGroups)
        if !rest.isEmpty { terms.append(term(key: "all others", value: rest.reduce(0) { $0 + $1.value })) }
        return ["Largest contributions: \(terms.joined()) points."]
    }

    private static func term(key: String, value: Double) -> Sentence {
        "\(label: key) \(NumberFact.measured("contribution", value, .points, decimals: 1, isSigned: true))"
    }
}
