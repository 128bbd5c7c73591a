public import Events

/// What is known about one family over all horizons.
public struct FamilyReport: Sendable, Equatable {
    /// The family.
    public let family: EventFamily
    /// Distinct labelled events over all horizons, with companies and days.
    public let labelled: LabelledCount
    /// The same by horizon.
    public let byHorizon: [LabelledCount]
    /// The badge of the family's best slot and why; a family is as far as its best horizon, and the reason names it.
    public let health: HealthAssessment
}
