import Evaluation
import Outcomes
import Scores

/// Stages and losses of a funnel in words.
enum FunnelText {
    /// A stage.
    static func stage(_ name: FunnelStage.Name) -> String {
        switch name {
        case .stored: "Stored"
        case .onCalendar: "On the calendar"
        case .labelled: "With outcome"
        case .withImpact: "With impact"
        case .predicted: "Predicted"
        case .applied: "Moved by a model"
        }
    }

    /// A reason in a few words, for a picture.
    static func short(_ code: String) -> String {
        switch SkipReason(rawValue: code) {
        case .pending: "too recent"
        case .noPrices: "no prices"
        case .notYetListed: "not yet listed"
        case .delistedBeforeOutcome: "prices end before"
        case .missingBaseClose: "close before is missing"
        case .missingOutcomeClose: "close after is missing"
        case .benchmarkMissing: "benchmark is missing"
        case .suspectPrice: "suspect price"
        case .insufficientHistory: "too little history"
        case .unsupportedTicker: "another company's prices"
        case nil:
            switch code {
            case "outside_calendar": "outside the calendar"
            case "not_attempted": "not attempted yet"
            case "not_out_of_sample": "training only"
            default: code.replacing("_", with: " ")
            }
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
