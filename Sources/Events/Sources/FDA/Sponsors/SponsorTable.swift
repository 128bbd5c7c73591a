public import Market

/// Which symbol a sponsor's approvals belong to, by name and day.
public struct SponsorTable: Sendable, Equatable {
    /// One period in which a sponsor's approvals belong to a symbol.
    public struct Entry: Sendable, Equatable {
        /// The sponsor as the FDA writes it.
        public var sponsor: String
        /// The symbol.
        public var ticker: String
        /// First day; nil for ever since.
        public var from: TradingDay?
        /// Last day; nil for until today.
        public var until: TradingDay?
        /// Why, for people.
        public var note: String

        /// Whether the entry speaks for a day.
        func covers(_ day: TradingDay) -> Bool {
            (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
        }

        /// Whether two entries speak for one day.
        func overlaps(_ other: Entry) -> Bool {
            let startsLate = from.flatMap { first in other.until.map { first > $0 } } ?? false
            let endsEarly = until.flatMap { last in other.from.map { last < $0 } } ?? false
            return !startsLate && !endsEarly
        }
    }

    /// The columns of the editable file, in the order in which they are written.
    public static let columns = ["sponsor", "ticker", "valid_from", "valid_until", "note"]

    /// Number of entries.
    public var count: Int { entries.values.reduce(0) { $0 + $1.count } }

    private var entries: [String: [Entry]] = [:]

    /// Creates an empty table.
    public init() {}

    /// The symbol that an approval of a sponsor on a day belongs to; nil where the table does not say.
    ///
    /// The whole normal form of the name must be equal; a part of a name never counts.
    public func ticker(of sponsor: String, on day: TradingDay) -> String? {
        entries[SponsorName.normalised(sponsor)]?.first { $0.covers(day) }?.ticker
    }

    /// The table with the entries of another one laid over it: a sponsor that the other one has is taken from there alone.
    public func overlaid(by other: SponsorTable) -> SponsorTable {
        var result = self
        result.entries.merge(other.entries) { $1 }
        return result
    }

    /// Parses a table.
    ///
    /// - Parameter bytes: CSV with the columns `sponsor`, `ticker`, `valid_from`, `valid_until`, `note`; days are
    ///   `YYYY-MM-DD`, an empty one is open.
    /// - Throws: `SponsorTableError` with every problem of the file; a table with a problem is not used in part.
    public init(csv bytes: [UInt8]) throws(SponsorTableError) {
        var problems: [RowProblem] = []
        var reader: CSVReader
        do throws(CSVError) {
            reader = try CSVReader(bytes: bytes)
        } catch {
            throw SponsorTableError(problems: [RowProblem(line: error.line ?? 1, reason: error.reason)])
        }
        guard let sponsor = reader.column("sponsor"), let ticker = reader.column("ticker") else {
            throw SponsorTableError(
                problems: [RowProblem(line: 1, reason: "the columns sponsor and ticker are needed")]
            )
        }
        let places = [sponsor, ticker]
        let days = [reader.column("valid_from"), reader.column("valid_until")]
        let note = reader.column("note")
        while true {
            do {
                guard let row = try reader.next() else { break }
                let entry = try Self.entry(row, places: places, days: days, note: note)
                let key = SponsorName.normalised(entry.sponsor)
                if let other = entries[key]?.first(where: { $0.overlaps(entry) }) {
                    problems.append(
                        RowProblem(
                            line: row.line,
                            column: "sponsor",
                            value: entry.sponsor,
                            reason: "is given to \(other.ticker) for some of the same days"
                        )
                    )
                } else {
                    entries[key, default: []].append(entry)
                }
            } catch let problem as RowProblem {
                problems.append(problem)
            } catch let error as CSVError {
                problems.append(RowProblem(line: error.line ?? 1, reason: error.reason))
            } catch {
                problems.append(RowProblem(line: 1, reason: "\(error)"))
            }
        }
        guard problems.isEmpty else { throw SponsorTableError(problems: problems) }
    }

    private static func entry(
        _ row: CSVRow,
        places: [Int],
        days: [Int?],
        note: Int?
    ) throws(RowProblem) -> Entry {
        let name = row[places[0]]?.text ?? ""
        guard !SponsorName.normalised(name).isEmpty else {
            throw RowProblem(line: row.line, column: "sponsor", value: name, reason: "is no name")
        }
        let symbol = row[places[1]]?.string ?? ""
        guard let ticker = Ticker.normalised(symbol.utf8) else {
            throw RowProblem(line: row.line, column: "ticker", value: symbol, reason: "is no symbol")
        }
        var bounds: [TradingDay?] = []
        for (column, name) in zip(days, ["valid_from", "valid_until"]) {
            guard let field = row[column], let text = field.text else {
                bounds.append(nil)
                continue
            }
            guard let day = field.day else {
                throw RowProblem(
                    line: row.line,
                    column: name,
                    value: text,
                    reason: "is no day; 2013-01-02 is accepted"
                )
            }
            bounds.append(day)
        }
        if let from = bounds[0], let until = bounds[1], from > until {
            throw RowProblem(
                line: row.line,
                column: "valid_until",
                value: "\(until)",
                reason: "is before \(from)"
            )
        }
        return Entry(
            sponsor: name,
            ticker: ticker,
            from: bounds[0],
            until: bounds[1],
            note: row[note]?.text ?? ""
        )
    }
}

/// A sponsor table that cannot be used.
public struct SponsorTableError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Every problem of the file.
    public let problems: [RowProblem]

    /// Creates an error.
    public init(problems: [RowProblem]) { self.problems = problems }

    /// The problems in one line.
    public var description: String {
        "the sponsor table cannot be used: " + problems.prefix(10).map(\.description).joined(separator: "; ")
            + (problems.count > 10 ? " and \(problems.count - 10) more" : "")
    }
}
