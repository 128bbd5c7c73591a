import Market
import Markup
import Scores

/// The score of one horizon as pages show it.
struct HorizonScore: Sendable, Equatable {
    /// The horizon.
    let horizon: Horizon
    /// 0...100, from rules alone.
    let base: Double
    /// 0...100, after the model; equals the base score where none was applied.
    let adjusted: Double
    /// Why no model was applied; nil where one was.
    let reason: NotAppliedReason?

    /// A score.
    init(horizon: Horizon, base: Double, adjusted: Double, reason: NotAppliedReason?) {
        self.horizon = horizon
        self.base = base
        self.adjusted = adjusted
        self.reason = reason
    }

    /// Whether a model moved the score.
    var isApplied: Bool { reason == nil }
    /// Points that the model added.
    var adjustment: Double { adjusted - base }

    /// The score in words: `5-Day 77.4 (−3.6)`, or why no model was applied.
    var text: String {
        guard let reason else {
            return "\(horizon.badge) \(NumberText.decimal(adjusted, decimals: 1)) "
                + "(\(Self.change(adjustment)))"
        }
        return "\(horizon.badge) \(reason.text)"
    }

    /// A change of points with its sign; what reads as zero is `±0.0`.
    static func change(_ points: Double) -> String {
        let text = NumberText.signed(points, decimals: 1)
        return text == "0.0" ? "±0.0" : text
    }

    /// The horizon that pages show where none is asked for.
    static let standard = Horizon.fiveDay

    /// The score to show of several: the standard horizon's, else the first.
    static func shown(of scores: [HorizonScore], horizon: Horizon = standard) -> HorizonScore? {
        scores.first { $0.horizon == horizon } ?? scores.first
    }
}
