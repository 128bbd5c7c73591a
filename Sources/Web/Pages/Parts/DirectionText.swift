import Events
import Market
import Markup
import Scores

/// An expected direction in words: a calibrated probability where a model states one, else the opinion of the rules.
enum DirectionText {
    /// `Up, 54 %` with a calibrated probability of the stated side, else `Rules: up`.
    static func short(probabilityUp: Double?, rules: RuleDirection?) -> String {
        if let probabilityUp { return stated(probabilityUp) }
        return rules.map { "Rules: \(word($0))" } ?? "No direction"
    }

    /// The side that a probability states, with the probability of that side: `Up, 54 %`.
    static func stated(_ probabilityUp: Double) -> String {
        if probabilityUp == 0.5 { return "Uncertain, 50\u{A0}%" }
        let side = probabilityUp > 0.5 ? "Up" : "Down"
        return "\(side), \(NumberText.percent(max(probabilityUp, 1 - probabilityUp), decimals: 0))"
    }

    /// A direction of the rules as a word.
    static func word(_ direction: RuleDirection) -> String {
        switch direction {
        case .positive: "up"
        case .negative: "down"
        case .neutral: "no move"
        case .uncertain: "uncertain"
        }
    }

    /// A direction of rules or models as a word.
    static func word(_ direction: PredictedDirection) -> String {
        switch direction {
        case .up: "up"
        case .down: "down"
        case .neutral: "no move"
        case .uncertain: "uncertain"
        }
    }

    /// The side of a label: +1, 0 or -1.
    static func word(ofLabel direction: Int) -> String {
        direction > 0 ? "up" : direction < 0 ? "down" : "within the neutral band"
    }
}
