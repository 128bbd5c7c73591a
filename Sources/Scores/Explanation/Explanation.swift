/// A score as a sum: terms of the base score, then terms of the applied adjustment.
///
/// The head's prediction is bias + contributions. The adjustment w (prediction - base score) is therefore
/// w (bias - base score) + w times each contribution; where the guardrail cuts it, all terms shrink by the same
/// factor. The terms always add up to the adjustment that was applied.
public struct Explanation: Equatable, Sendable {
    /// Name of the term for the head's bias against the base score.
    public static let modelAverage = "model_average"
    /// Name of the term for a raw prediction outside 0...100.
    public static let scoreRange = "score_range"

    /// Name of the one term that stands for a whole adjustment whose split cannot be shown.
    public static let unsplit = "unsplit"

    /// The terms of the base score.
    public let baseFactors: [ScoreFactor]
    /// The terms of the adjustment, largest first; empty where no model was applied.
    public let contributions: [Contribution]
    /// The score that is explained.
    public let score: GuardrailedScore

    /// Explains a score.
    ///
    /// - Parameters:
    ///   - baseFactors: the breakdown of the base score.
    ///   - score: the score to explain.
    ///   - attribution: how the prediction came about; needed where the model was applied.
    /// - Throws: `ScoreError.inconsistent` where the breakdown does not add up to the base score, or the attribution
    ///   is missing or differs from the prediction by more than 0.01 points.
    public init(
        baseFactors: [ScoreFactor],
        score: GuardrailedScore,
        attribution: ImpactAttribution?
    ) throws(ScoreError) {
        let baseSum = baseFactors.reduce(0) { $0 + $1.points }
        guard abs(baseSum - score.base.value) <= 1e-6 else {
            throw .inconsistent(
                name: "explanation",
                detail: "the breakdown adds up to \(baseSum), the base score is \(score.base)"
            )
        }
        self.baseFactors = baseFactors
        self.score = score
        contributions = try Self.contributions(score, attribution)
    }

    private static func contributions(
        _ score: GuardrailedScore,
        _ attribution: ImpactAttribution?
    ) throws(ScoreError) -> [Contribution] {
        guard score.isApplied, let weight = score.weight, let predicted = score.predictedImpact else {
            return []
        }
        guard let attribution else {
            throw .inconsistent(
                name: "explanation",
                detail: "a model was applied, but its attribution is missing"
            )
        }
        let total = attribution.total
        guard abs(ImpactScore(clamping: total).value - predicted.value) <= 0.01 else {
            throw .inconsistent(
                name: "explanation",
                detail: "the attribution adds up to \(total), the prediction is \(predicted)"
            )
        }
        let wanted = weight.value * (predicted.value - score.base.value)
        let shrunk = abs(wanted) > Guardrail.limit ? score.adjustment.value / wanted : 1
        let scale = weight.value * shrunk

        var terms = attribution.features.map {
            Contribution(feature: $0.feature, group: $0.group, points: scale * $0.points)
        }
        if total < 0 || total > 100 {
            let excess = scale * (predicted.value - total)
            terms.append(Contribution(feature: scoreRange, group: scoreRange, points: excess))
        }
        terms = largestFirst(terms)
        // What remains is w (bias - base score), and the rounding of the head's Float sums.
        let rest = score.adjustment.value - terms.reduce(0) { $0 + $1.points }
        terms.insert(Contribution(feature: modelAverage, group: modelAverage, points: rest), at: 0)
        return terms
    }

    /// The terms by size, then by name; places are sorted, since moving terms about costs several times as much.
    private static func largestFirst(_ terms: [Contribution]) -> [Contribution] {
        let sizes = terms.map { abs($0.points) }
        let places = terms.indices.sorted { left, right in
            let (size, other) = (sizes[left], sizes[right])
            return size == other ? terms[left].feature < terms[right].feature : size > other
        }
        var sorted: [Contribution] = []
        sorted.reserveCapacity(terms.count + 1)
        for place in places { sorted.append(terms[place]) }
        return sorted
    }
}
