public import Market
import Storage

/// What an import of prices did.
public struct PriceImportReport: Sendable, Equatable {
    /// Symbols whose series was written.
    public var written: [String] = []
    /// Symbols whose series was there already with the same bars.
    public var unchanged: [String] = []
    /// Bars written.
    public var bars = 0
    /// What was noticed about bars: quarantines and breaks, by symbol.
    public var findings: [PriceImportFinding] = []
    /// Values that were replaced, by symbol.
    public var repairs: [PriceImportRepair] = []
    /// What could not be read, one line each, with file, line and reason.
    public var problems: [String] = []
    /// What was left out or assumed, one line each.
    public var notes: [String] = []
    /// Files read.
    public var files = 0

    /// Creates an empty report.
    public init() {}

    /// Adds another report.
    static func += (total: inout PriceImportReport, other: PriceImportReport) {
        total.written += other.written
        total.unchanged += other.unchanged
        total.bars += other.bars
        total.findings += other.findings
        total.repairs += other.repairs
        total.problems += other.problems
        total.notes += other.notes
        total.files += other.files
    }
}

/// A finding of the price screening with its symbol.
public struct PriceImportFinding: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// The finding.
    public var finding: PriceFinding

    /// Creates a finding.
    public init(ticker: String, finding: PriceFinding) {
        self.ticker = ticker
        self.finding = finding
    }
}

/// A repaired value with its symbol.
public struct PriceImportRepair: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// The repair.
    public var repair: PriceRepair

    /// Creates a repair.
    public init(ticker: String, repair: PriceRepair) {
        self.ticker = ticker
        self.repair = repair
    }
}

/// Stores the bars of one symbol: joins them with the stored ones, screens them and writes the series where it changed.
struct PriceImport {
    let connection: SQLConnection
    let builder: PriceSeriesBuilder
    let source: String
    let now: UTCInstant

    /// Joins, repairs, screens and writes the bars of one symbol.
    ///
    /// - Parameters:
    ///   - bars: the bars of a source, in any order.
    ///   - ticker: the symbol.
    ///   - known: the stored series by symbol.
    ///   - report: receives what was done.
    /// - Throws: `StorageError` where the database refuses.
    func store(
        _ bars: [Bar],
        ticker: String,
        known: [String: StoredSeries],
        report: inout PriceImportReport
    ) throws {
        let given = try closed(Self.ordered(bars), ticker: ticker, report: &report)
        guard !given.isEmpty else { return }
        let prices = PriceStore(connection)
        if known[ticker]?.vintage == Self.vintage(given) {
            report.unchanged.append(ticker)
            return
        }
        var merged = given
        if known[ticker] != nil {
            do {
                let stored = try prices.sourceBars(ofTicker: ticker)
                merged = try PriceMerge.merge(ticker: ticker, stored: stored, given: given)
            } catch let conflict as PriceMerge.Conflict {
                report.problems.append(conflict.description)
                return
            }
        }
        let vintage = Self.vintage(merged)
        guard known[ticker]?.vintage != vintage else {
            report.unchanged.append(ticker)
            return
        }
        let (repaired, result) = builder.repairAndBuild(ticker: ticker, bars: merged)
        let quarantined = Dictionary(
            result.findings.filter { !$0.reason.breaksLevel }.map { ($0.day, $0.reason) },
            uniquingKeysWith: { first, _ in first }
        )
        let breaks = result.findings.filter(\.reason.breaksLevel)
        try prices.replace(
            StoredSeries(ticker: ticker, source: source, fetchedAt: now, vintage: vintage),
            bars: repaired.bars.map { StoredBar(bar: $0, quarantined: quarantined[$0.day]) },
            breaks: breaks.map { StoredBreak(day: $0.day, reason: $0.reason, detail: $0.detail) },
            repairs: repaired.repairs
        )
        report.written.append(ticker)
        report.bars += merged.count
        report.repairs += repaired.repairs.map { PriceImportRepair(ticker: ticker, repair: $0) }
        report.findings += result.findings.map { PriceImportFinding(ticker: ticker, finding: $0) }
    }

    /// The bars of sessions that have closed; later ones are left out with a note, since their closes are not final.
    private func closed(
        _ bars: [Bar],
        ticker: String,
        report: inout PriceImportReport
    ) throws -> [Bar] {
        let calendar = builder.calendar
        let last = calendar.day(ofSession: try calendar.lastSession(closedBy: now))
        let kept = bars.filter { $0.day <= last }
        if kept.count < bars.count, let first = bars.first(where: { $0.day > last }) {
            report.problems.append(
                "\(source): \(bars.count - kept.count) bars of \(ticker) from \(first.day) on are left out; "
                    + "accepted are days up to the last closed session, \(last)"
            )
        }
        return kept
    }

    /// Bars by day; of two bars of one day the later one counts.
    private static func ordered(_ bars: [Bar]) -> [Bar] {
        if zip(bars, bars.dropFirst()).allSatisfy({ $0.day < $1.day }) { return bars }
        var byDay: [TradingDay: Bar] = [:]
        for bar in bars { byDay[bar.day] = bar }
        return byDay.values.sorted { $0.day < $1.day }
    }

    /// The hash of all bars of a series, as 16 hexadecimal digits.
    static func vintage(_ bars: [Bar]) -> String {
        var hash = StableHash()
        for bar in bars {
            hash.combine(Int(bar.day.daysSinceEpoch))
            hash.combine(bar.open)
            hash.combine(bar.high)
            hash.combine(bar.low)
            hash.combine(bar.close)
            hash.combine(bar.adjustedClose)
            hash.combine(bar.volume)
            hash.combine(bar.dividend)
            hash.combine(bar.splitFactor)
        }
        return hash.text
    }
}
