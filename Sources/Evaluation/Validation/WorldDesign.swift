/// How a simulated market is made; equal designs give equal markets.
public struct WorldDesign: Sendable, Hashable {
    /// What is true in it.
    public var kind: WorldKind
    /// Seed of all worlds of a run.
    public var seed: UInt64
    /// Number of the world within its run.
    public var number: Int
    /// Companies with events.
    public var companies: Int
    /// Sessions with prices.
    public var sessions: Int
    /// Sessions before the first event, so that its move can be ranked among the stock's own.
    public var quietSessions: Int
    /// Sessions between two announcements of a company.
    public var sessionsPerEvent: Int
    /// Return that a surprise of one standard deviation adds, in units of the stock's daily volatility; 0 for no effect.
    public var effect: Double

    /// Creates a design; the defaults make about 660 announcements of 22 companies.
    public init(
        kind: WorldKind,
        seed: UInt64,
        number: Int,
        companies: Int = 22,
        sessions: Int = 760,
        quietSessions: Int = 130,
        sessionsPerEvent: Int = 21,
        effect: Double = 0
    ) {
        self.kind = kind
        self.seed = seed
        self.number = number
        self.companies = companies
        self.sessions = sessions
        self.quietSessions = quietSessions
        self.sessionsPerEvent = sessionsPerEvent
        self.effect = effect
    }

    /// The effect in force in a session, counted from the world's first.
    func effect(inSession session: Int) -> Double {
        switch kind {
        case .null, .clustered: 0
        case .planted: effect
        case .regimeShift: session < sessions * 2 / 3 ? effect : -effect
        }
    }
}
