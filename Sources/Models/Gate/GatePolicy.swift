/// What a model must show on events that it never saw before it may be used.
public struct GatePolicy: Codable, Hashable, Sendable {
    /// Level of the one-sided tests after Holm's correction.
    public var level: Double
    /// Out-of-sample events that a head needs to be judged.
    public var minimumEvents: Int
    /// Companies that the out-of-sample events need.
    public var minimumCompanies: Int
    /// Event days that the out-of-sample events need.
    public var minimumDays: Int
    /// Level at which a canary counts as having gained skill.
    public var canaryLevel: Double
    /// Direction accuracy that is not believed without a fact that explains it.
    public var incredibleAccuracy: Double
    /// Events from which such an accuracy is believed.
    public var credibleEvents: Int
    /// Beginnings of the names of features that can explain a high accuracy.
    public var explainingFeatures: [String]
    /// Share of the events on which an explaining feature must be present.
    public var explainingShare: Double

    /// Creates a policy; the defaults are the engine's.
    public init(
        level: Double = 0.05,
        minimumEvents: Int = 50,
        minimumCompanies: Int = 10,
        minimumDays: Int = 20,
        canaryLevel: Double = 0.001,
        incredibleAccuracy: Double = 0.57,
        credibleEvents: Int = 1_000,
        explainingFeatures: [String] = ["eps_surprise", "surprise_percent", "linked_surprise_percent"],
        explainingShare: Double = 0.5
    ) {
        self.level = level
        self.minimumEvents = minimumEvents
        self.minimumCompanies = minimumCompanies
        self.minimumDays = minimumDays
        self.canaryLevel = canaryLevel
        self.incredibleAccuracy = incredibleAccuracy
        self.credibleEvents = credibleEvents
        self.explainingFeatures = explainingFeatures
        self.explainingShare = explainingShare
    }
}
