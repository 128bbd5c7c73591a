public import JSONText

extension Explanation {
    /// The terms of the adjustment added up by group, largest first.
    public var byGroup: [Contribution] {
        var points: [String: Double] = [:]
        for term in contributions { points[term.group, default: 0] += term.points }
        return points.map { Contribution(feature: $0.key, group: $0.key, points: $0.value) }
            .sorted { (abs($0.points), $1.group) > (abs($1.points), $0.group) }
    }

    /// The `count` largest terms of the adjustment and one term `all_others` for the rest, where there is one.
    public func top(_ count: Int) -> [Contribution] {
        let sorted = contributions.sorted { (abs($0.points), $1.feature) > (abs($1.points), $0.feature) }
        guard sorted.count > count else { return sorted }
        let rest = sorted.dropFirst(count).reduce(0) { $0 + $1.points }
        return sorted.prefix(count) + [Contribution(feature: "all_others", group: "all_others", points: rest)]
    }

    /// One bar of the waterfall from zero to the adjusted score.
    public struct Step: Equatable, Sendable, JSONWritable {
        /// What a bar shows.
        public enum Kind: String, CaseIterable, Sendable {
            /// A term of the base score.
            case baseFactor = "base_factor"
            /// The base score.
            case baseScore = "base_score"
            /// A term of the adjustment.
            case contribution
            /// The adjusted score.
            case adjustedScore = "adjusted_score"
        }

        /// What the bar shows.
        public let kind: Kind
        /// The factor's or group's name, or the label of a score.
        public let label: String
        /// The term's points; for a score the score.
        public let points: Double
        /// The sum after this bar.
        public let sum: Double

        /// Writes the bar as an object.
        public func write(to json: inout JSONWriter) {
            json.object { json in
                json.member("kind", kind.rawValue)
                json.member("label", label)
                json.member("points", number: points, digits: ScoreDigits.points)
                json.member("sum", number: sum, digits: ScoreDigits.points)
            }
        }
    }

    /// The waterfall: base factors, base score, groups of contributions, adjusted score.
    public var steps: [Step] {
        var sum = 0.0
        var steps: [Step] = []
        for factor in baseFactors {
            sum += factor.points
            steps.append(Step(kind: .baseFactor, label: factor.id, points: factor.points, sum: sum))
        }
        let base = score.base.value
        steps.append(Step(kind: .baseScore, label: Wording.baseScoreLabel, points: base, sum: base))
        sum = base
        for term in byGroup {
            sum += term.points
            steps.append(Step(kind: .contribution, label: term.group, points: term.points, sum: sum))
        }
        let adjusted = score.adjusted.value
        let label = score.reason?.text ?? Wording.adjustedScoreLabel
        steps.append(Step(kind: .adjustedScore, label: label, points: adjusted, sum: adjusted))
        return steps
    }
}

extension Explanation: JSONWritable {
    /// Writes base score, adjustment, adjusted score and all terms as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("base_score", number: score.base.value, digits: ScoreDigits.points)
            json.member("base_breakdown", baseFactors)
            json.member("adjustment", number: score.adjustment.value, digits: ScoreDigits.points)
            json.member("adjustment_limit", number: Guardrail.limit)
            json.member("contributions", contributions)
            json.member("contributions_by_group", byGroup)
            json.member("ml_score_adjusted", number: score.adjusted.value, digits: ScoreDigits.points)
            json.member("ml_applied", score.isApplied)
            json.member("ml_not_applied_reason", score.reason?.rawValue)
        }
    }
}
