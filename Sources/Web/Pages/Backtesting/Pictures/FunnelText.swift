import Evaluation
import Outcomes
import Scores

/// Stages and losses of a funnel in words.
enum FunnelText {
    /// A stage.
    static func stage(_ name: FunnelStage.Name) -> String {
        switch name {
        case .stored: "Stored"
        case .onCalendar: "On the exchange calendar"
        case .labelled: "With an outcome"
        case .withImpact: "With a realized impact"
        case .predicted: "With an out-of-sample prediction"
        case .applied: "With a live score that a model moved"
        }
    }

    /// A reason: of the skip ledger, of a score without a model, or of the stage itself.
    static func reason(_ code: String) -> String {
        if let skip = SkipReason(rawValue: code) { return SkipText.text(skip) }
        if let reason = NotAppliedReason(rawValue: code) { return Wording.notApplied(reason) }
        switch code {
        case "outside_calendar": return "The day lies outside the exchange calendar"
        case "not_attempted": return "No labelling run has looked at them yet"
        case "not_out_of_sample": return "Only used for training, or no model answers for them"
        default: return code.replacing("_", with: " ")
        }
    }
}
