/// A training that must fail, or must be noticed, for the real one to be believed.
public enum Canary: String, CaseIterable, Codable, Sendable {
    /// Labels shuffled among events: nothing can be learnt, so no skill may appear.
    case shuffledLabels = "shuffled_labels"
    /// A column that holds the outcome itself: the checks must call the result too good to be true.
    case plantedLeak = "planted_leak"
    /// A column that only tells companies apart: it may not gain skill.
    case tickerHash = "ticker_hash"
}

/// What a canary did.
public struct CanaryResult: Codable, Hashable, Sendable {
    /// The canary.
    public let canary: Canary
    /// The head that was trained.
    public let head: Head
    /// Whether all is well: no skill gained, or the leak noticed.
    public let passed: Bool
    /// Mean skill gained, in the head's unit of loss: impact points or Brier score.
    public let skill: Double
    /// Probability of that skill by chance; nil where the test does not apply.
    public let pValue: Double?
    /// What happened, in one line.
    public let text: String
}
