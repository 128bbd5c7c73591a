import Events
import Market

/// A question as it was understood.
struct QuestionReading: Equatable {
    /// What it wants.
    var intent: Intent
    /// Which events it is about.
    var filter: EventFilter
    /// The horizon that it names.
    var horizon: Horizon?
    /// How many lines it wants.
    var limit: Int?
}
