/// What a feature's number counts or measures.
public enum FeatureUnit: String, CaseIterable, Sendable {
    /// Impact points of the base score's scale 0...100.
    case points
    /// A part of one: 0.01 is one percent.
    case fraction
    /// Hundredths: 1 is one percent.
    case percent
    /// One quantity over another of the same kind.
    case ratio
    /// A number of things.
    case count
    /// Exchange sessions.
    case sessions
    /// Minutes of clock time.
    case minutes
    /// 1 for yes, 0 for no.
    case indicator
    /// The position of a name in a declared list.
    case code
    /// -1, 0 or 1.
    case sign
    /// Natural logarithm.
    case logarithm
    /// Multiples of a standard deviation.
    case deviations
}
