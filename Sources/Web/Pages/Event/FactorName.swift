import Events
import Features
import Scores

/// Names of the terms of a score for people.
enum FactorName {
    /// A term of the base score: `event_type:sec_8k` is `8-K current report`, `item:2.02` is `Item 2.02`.
    static func text(_ factor: ScoreFactor) -> String {
        let parts = factor.id.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else {
            return factor.id == "clamp" ? "Limits of the scale" : words(factor.id)
        }
        let value = String(parts[1])
        switch parts[0] {
        case "event_type": return EventType(rawValue: value).map(Wording.name(of:)) ?? words(value)
        case "item": return "Item \(value)"
        default: return words(value)
        }
    }

    /// The title of a group of contributions: the features' own groups and the terms that are no features.
    static func group(ofFeature name: String) -> String {
        switch name {
        case Explanation.modelAverage: "Average of the model against the base score"
        case Explanation.scoreRange: "Limits of the scale"
        case Explanation.unsplit: "Adjustment, its split is not stored"
        default: FeatureGroup(feature: name)?.title ?? "Other features"
        }
    }

    /// A feature's declared sentence; its name where this program does not know it.
    static func definition(ofFeature name: String) -> String {
        switch name {
        case Explanation.modelAverage:
            return "What the model predicts before any feature speaks, against the base score"
        case Explanation.scoreRange: return "What keeps the prediction between 0 and 100"
        case Explanation.unsplit: return "The whole adjustment"
        default:
            let set = FeatureSet.current
            return set.index(of: name).map { set.definitions[$0].definition } ?? name
        }
    }

    private static func words(_ code: String) -> String {
        code.replacing("_", with: " ").capitalizedFirst
    }
}

/// Contributions added up by what a person reads together.
struct ContributionGroup: Sendable, Equatable {
    /// The group's title.
    let title: String
    /// Points of the adjustment.
    let points: Double
    /// Terms in the group.
    let terms: Int

    /// The groups of contributions, largest first.
    static func groups(of contributions: [Contribution]) -> [ContributionGroup] {
        var sums: [String: (points: Double, terms: Int)] = [:]
        for term in contributions {
            sums[FactorName.group(ofFeature: term.feature), default: (0, 0)].points += term.points
            sums[FactorName.group(ofFeature: term.feature), default: (0, 0)].terms += 1
        }
        return sums.map { ContributionGroup(title: $0.key, points: $0.value.points, terms: $0.value.terms) }
            .sorted { (abs($0.points), $1.title) > (abs($1.points), $0.title) }
    }
}
