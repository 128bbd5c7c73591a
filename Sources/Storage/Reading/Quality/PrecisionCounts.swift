import Events

/// How many events have a known time of day.
public struct PrecisionCounts: Sendable, Equatable {
    /// Events whose instant is known.
    public var exact: Int
    /// Events of which only the day is known.
    public var dayOnly: Int

    /// All events.
    public var events: Int { exact + dayOnly }
}

/// Counts events by the precision of their time.
public struct PrecisionReader {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// The counts over all events.
    public func counts() throws -> PrecisionCounts {
        var counts = PrecisionCounts(exact: 0, dayOnly: 0)
        try connection.forEach("SELECT time_precision, count(*) FROM events GROUP BY time_precision") { row in
            switch try row.value(0, as: TimePrecision.self) {
            case .exact: counts.exact = row.integer(1)
            case .day: counts.dayOnly = row.integer(1)
            }
        }
        return counts
    }
}
