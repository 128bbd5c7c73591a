/// A group of factors that a base score is a sum of.
///
/// The raw values are those of the scoring rules.
public enum BaseFactor: String, CaseIterable, Sendable {
    /// Points of the event type.
    case eventType = "event_type"
    /// Points of 8-K items.
    case items
    /// Points of the company's sector.
    case sector
    /// Points of the company's size.
    case size
    /// Points of the circumstances: results nearby, duplicates, market volatility, hour.
    case context
    /// Points taken away or added to stay within 0...100.
    case clamp

    /// What the points stand for, in words that fit behind "points of".
    var phrase: String {
        switch self {
        case .eventType: "the event type"
        case .items: "the 8-K items"
        case .sector: "the company's sector"
        case .size: "the company's size"
        case .context: "the circumstances (results nearby, duplicate, market volatility, hour)"
        case .clamp: "the clamp to 0...100"
        }
    }
}

/// What the deterministic rules say about an event, as plain numbers.
public struct BaseScoreInput: Sendable, Equatable {
    /// The base score, 0...100.
    public var score: Double
    /// Points by factor; a factor that is absent was not evaluated and stays missing.
    public var points: [BaseFactor: Double]
    /// -1, 0 or +1; nil where the rules call the direction uncertain.
    public var direction: Int?
    /// The rules' confidence in the direction, 0...1; nil where there is none.
    public var directionConfidence: Double?

    /// Creates the input from its fields.
    public init(
        score: Double,
        points: [BaseFactor: Double],
        direction: Int?,
        directionConfidence: Double?
    ) {
        self.score = score
        self.points = points
        self.direction = direction
        self.directionConfidence = directionConfidence
    }
}
