/// What a number in a sentence counts or measures; percent and fraction are never the same unit.
public enum NumberUnit: String, CaseIterable, Sendable {
    /// A count of things.
    case count
    /// Points of the impact scale, 0...100, or a difference of such points.
    case points
    /// Percent: 55 is 55 %.
    case percent
    /// Percentage points: a difference of percentages.
    case percentagePoints = "percentage_points"
    /// A number without unit, for example a weight or earnings per share.
    case plain
    /// A fixed name with digits: `8-K`, `5-Day`, an item number, a version.
    case label
    /// A day or an instant.
    case date
    /// The key of an event or a model.
    case identifier
    /// A number inside stored text that is quoted as it is.
    case quoted
}
