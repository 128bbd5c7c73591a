/// How exactly the time of an event is known.
public enum TimePrecision: String, CaseIterable, Sendable {
    /// The instant is known.
    case exact
    /// Only the day is known.
    case day
}
