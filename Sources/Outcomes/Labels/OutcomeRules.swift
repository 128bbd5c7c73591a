/// What a day-precision event is taken to have been known before.
public enum DayPrecisionRule: String, CaseIterable, Sendable {
    /// Known before the open: the session of that day reacts, or the closest next one.
    case beforeOpen = "before_open"
    /// Known after the close: the session after that day reacts.
    case afterClose = "after_close"
}

/// The rules by which labels are made; every field but the fixed version changes what a label says.
public struct OutcomeRules: Sendable, Equatable {
    /// Version of the labelling rules, stored with each label.
    public static let version = "labels-1"

    /// Abnormal returns within ± this fraction have direction 0.
    public var neutralBand: Double
    /// Reaction session of events of which only the day is known.
    public var dayPrecision: DayPrecisionRule
    /// How many of the stock's own past moves, by end session, a move is ranked among.
    public var historySessions: Int
    /// The fewest available past moves for which a rank is given.
    public var minimumHistory: Int
    /// A series that ends more than this many sessions before prices in general do has ended for good.
    public var delistedAfterSessions: Int

    /// Creates rules; the defaults are those of the label definition.
    public init(
        neutralBand: Double = 0.001,
        dayPrecision: DayPrecisionRule = .beforeOpen,
        historySessions: Int = 250,
        minimumHistory: Int = 120,
        delistedAfterSessions: Int = 20
    ) {
        self.neutralBand = neutralBand
        self.dayPrecision = dayPrecision
        self.historySessions = historySessions
        self.minimumHistory = minimumHistory
        self.delistedAfterSessions = delistedAfterSessions
    }

    /// +1, 0 or -1: the sign of an abnormal return outside the neutral band.
    public func direction(ofAbnormalReturn value: Double) -> Int {
        if value > neutralBand { return 1 }
        return value < -neutralBand ? -1 : 0
    }

    /// All fields as one line, for fingerprints of a labelling run.
    public var fingerprintText: String {
        "\(Self.version)|\(neutralBand)|\(dayPrecision.rawValue)|\(historySessions)|\(minimumHistory)"
            + "|\(delistedAfterSessions)"
    }
}
