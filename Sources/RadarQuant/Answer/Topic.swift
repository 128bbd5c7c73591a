/// What an answer is about.
public enum Topic: String, CaseIterable, Sendable {
    /// One event and its scores.
    case explainEvent = "explain_event"
    /// The latest events.
    case latestEvents = "latest_events"
    /// How many events, labels and companies are stored.
    case counts
    /// How often the predicted side was right.
    case accuracy
    /// The same where the score was moved far.
    case highConfidence = "high_confidence"
    /// Whether stated probabilities come true as often as they say.
    case calibration
    /// How far predicted impact was off.
    case error
    /// Models, versions and their standing.
    case modelStatus = "model_status"
    /// Why a model was not applied.
    case notApplied = "not_applied"
    /// What the figures cannot show.
    case limits
    /// What a word means and how a number is made.
    case method
    /// How prices reacted to events of one kind.
    case history
    /// The largest moves after events.
    case biggestMoves = "biggest_moves"
    /// What can be asked.
    case help
    /// Advice on trading, which is not given.
    case trading
    /// A forecast without a stored event, which is not made.
    case forecast
    /// Anything else.
    case outside
    /// Nothing that could be read.
    case unreadable
}
