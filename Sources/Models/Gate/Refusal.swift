/// Why a head or a model may not be used, as a code for programs.
public enum RefusalCode: String, CaseIterable, Codable, Sendable {
    /// Too few labelled or out-of-sample events, companies or days.
    case insufficientData = "insufficient_data"
    /// The head gives every event the same answer.
    case constantModel = "constant_model"
    /// On average the head is no better than the baseline.
    case noSkill = "no_skill"
    /// The head is better on average, not beyond chance.
    case notSignificant = "not_significant"
    /// The head is not better than the present champion's on the same events.
    case notBetterThanChampion = "not_better_than_champion"
    /// The head is worse than the present champion's on the same events.
    case worseThanChampion = "worse_than_champion"
    /// Trees that learnt shuffled labels gained skill: the evaluation leaks.
    case canaryShuffledLabels = "canary_shuffled_labels"
    /// A hash of the symbol gained skill: the head recognises companies.
    case canaryTickerHash = "canary_ticker_hash"
    /// A feature from the future was not noticed: the checks cannot be relied on.
    case leakDetectorFailed = "leak_detector_failed"
    /// The head is better than such a head can be without a leak.
    case tooGoodToBeTrue = "too_good_to_be_true"
    /// Training ended with an error.
    case trainingFailed = "training_failed"
}

/// One reason why a head or a model may not be used.
public struct Refusal: Codable, Hashable, Sendable, CustomStringConvertible {
    /// The reason for programs.
    public let code: RefusalCode
    /// The reason for people.
    public let text: String

    /// Creates a reason.
    public init(_ code: RefusalCode, _ text: String) {
        self.code = code
        self.text = text
    }

    /// The text.
    public var description: String { text }
}
