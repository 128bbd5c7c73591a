/// Point-in-time facts about an event that the event itself does not hold.
///
/// Each was known when the event was; nil means unknown, adds nothing, and the score's notes say so.
public struct ScoringContext: Equatable, Sendable {
    /// The company's sector.
    public var sector: Sector?
    /// The company's size.
    public var sizeClass: SizeClass?
    /// Whether earnings of the company came out within the five sessions before the event.
    ///
    /// An event that another source links to this one does not count.
    public var earningsWithinFiveDays: Bool?
    /// Whether earnings of the company were due, by a date known then, within the five sessions after the event.
    public var earningsDueWithinFiveDays: Bool?
    /// Whether the event repeats another of the company: same day, type and items, known earlier.
    public var isDuplicate: Bool?
    /// How volatile the market was before the event.
    public var volatilityRegime: VolatilityRegime?
    /// The part of the day in which the event became known.
    public var session: SessionOfDay?

    /// Creates a context; every fact may be unknown.
    public init(
        sector: Sector? = nil,
        sizeClass: SizeClass? = nil,
        earningsWithinFiveDays: Bool? = nil,
        earningsDueWithinFiveDays: Bool? = nil,
        isDuplicate: Bool? = nil,
        volatilityRegime: VolatilityRegime? = nil,
        session: SessionOfDay? = nil
    ) {
        self.sector = sector
        self.sizeClass = sizeClass
        self.earningsWithinFiveDays = earningsWithinFiveDays
        self.earningsDueWithinFiveDays = earningsDueWithinFiveDays
        self.isDuplicate = isDuplicate
        self.volatilityRegime = volatilityRegime
        self.session = session
    }
}

/// The sector of a company.
public enum Sector: String, CaseIterable, Sendable {
    /// Drug makers and biotechnology.
    case pharmaBiotech = "pharma_biotech"
    /// Health care without drug makers.
    case healthCare = "health_care"
    /// Information technology.
    case technology
    /// Banks, insurers and other financials.
    case financials
    /// Energy.
    case energy
    /// Industrials.
    case industrials
    /// Materials.
    case materials
    /// Utilities.
    case utilities
    /// Real estate.
    case realEstate = "real_estate"
    /// Communication services.
    case communication
    /// Consumer discretionary.
    case consumerDiscretionary = "consumer_discretionary"
    /// Consumer staples.
    case consumerStaples = "consumer_staples"
}

/// The size of a company by market value.
public enum SizeClass: String, CaseIterable, Sendable {
    /// Below two thousand million dollars.
    case small
    /// Between small and large.
    case mid
    /// Ten thousand million dollars or more.
    case large
}

/// How volatile the benchmark was before an event, against its own last 1,000 sessions.
public enum VolatilityRegime: String, CaseIterable, Sendable {
    /// The 20-session volatility lies in the lowest quarter.
    case low
    /// Between low and high.
    case normal
    /// The 20-session volatility lies in the highest quarter.
    case high
}

/// The part of the exchange's day in which an event became known.
public enum SessionOfDay: String, CaseIterable, Sendable {
    /// On the day of the reaction session, before it opened.
    case beforeOpen = "before_open"
    /// While the regular session was open.
    case regular
    /// After the regular session closed and before the day of the next one, weekends and holidays included.
    case afterClose = "after_close"
}
