import Market

/// When the event of a row happened and became known.
struct EventClock {
    /// The day that the row states.
    let occurredOn: TradingDay
    /// The instant from which the market could know it; New York midnight of the day for day precision.
    let knownAt: UTCInstant
    /// Whether the instant is real.
    let precision: TimePrecision
    /// Where the time of day comes from.
    let source: TimeSource

    /// Reads the columns of time.
    init(_ row: EventRow) throws(RowProblem) {
        let stated = try Self.instant(row)
        let day = try Self.day(row, row[.occurredOn] == nil ? .filingDate : .occurredOn)
        let precision = try Self.precision(row) ?? (stated == nil ? .day : .exact)
        let source = try Self.source(row)
        switch (precision, stated) {
        case (.exact, let instant?):
            knownAt = instant
            occurredOn = day ?? NewYork.wallClock(of: instant).day
            self.source = source ?? .file
        case (.exact, nil):
            throw row.problem(.timePrecision, "needs known_at")
        case (.day, _):
            guard let day = day ?? stated.map({ NewYork.wallClock(of: $0).day }) else {
                throw RowProblem(
                    line: row.line,
                    reason: "states no day: known_at, occurred_on or filing_date is needed"
                )
            }
            occurredOn = day
            knownAt = NewYork.instant(day: day, secondOfDay: 0)
            self.source = source ?? .none
        }
        self.precision = precision
    }

    private static func instant(_ row: EventRow) throws(RowProblem) -> UTCInstant? {
        let column: EventColumn = row[.knownAt] == nil ? .acceptanceDatetime : .knownAt
        guard let bytes = row[column] else { return nil }
        guard let stamp = CivilText.timestamp(bytes) else {
            throw row.problem(column, "is no instant; 2024-05-02T20:30:45Z is accepted")
        }
        guard let offset = stamp.offsetSeconds else {
            throw row.problem(column, "has no time zone; write UTC with Z behind it, or an offset")
        }
        return UTCInstant(day: stamp.day, secondOfDay: stamp.secondOfDay - offset)
    }

    private static func day(_ row: EventRow, _ column: EventColumn) throws(RowProblem) -> TradingDay? {
        guard let bytes = row[column] else { return nil }
        guard let day = CivilText.day(bytes) else {
            throw row.problem(column, "is no day; 2024-05-02 is accepted")
        }
        return day
    }

    private static func precision(_ row: EventRow) throws(RowProblem) -> TimePrecision? {
        guard let text = row.text(.timePrecision) else { return nil }
        guard let precision = TimePrecision(rawValue: text) else {
            throw row.problem(.timePrecision, "is neither exact nor day")
        }
        return precision
    }

    private static func source(_ row: EventRow) throws(RowProblem) -> TimeSource? {
        guard let text = row.text(.timeSource) else { return nil }
        guard let source = TimeSource(rawValue: text) else {
            throw row.problem(
                .timeSource,
                "is unknown; accepted are "
                    + TimeSource.allCases.map(\.rawValue).sorted().joined(separator: ", ")
            )
        }
        return source
    }
}
