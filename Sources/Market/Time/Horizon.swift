/// How many sessions after an event an outcome is measured.
public enum Horizon: Int, CaseIterable, Sendable, Comparable {
    /// One session: the reaction session itself.
    case oneDay = 1
    /// Five sessions.
    case fiveDay = 5
    /// Twenty sessions.
    case twentyDay = 20

    /// Number of sessions, the reaction session counted as 1.
    public var sessions: Int { rawValue }

    /// The code used on the command line, in the API and in the database: `1d`, `5d`, `20d`.
    public var code: String { "\(rawValue)d" }

    /// The badge shown to people: `1-Day`, `5-Day`, `20-Day`.
    public var badge: String { "\(rawValue)-Day" }

    /// Parses a code; nil for any text other than `1d`, `5d` and `20d`.
    public init?(code: some StringProtocol) {
        guard let match = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = match
    }

    /// Horizons are ordered by length.
    public static func < (lhs: Horizon, rhs: Horizon) -> Bool { lhs.rawValue < rhs.rawValue }
}
