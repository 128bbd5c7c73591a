import Events
import Market
import Outcomes
import Storage

/// Which symbols a labelling run has to look at.
struct LabelPlan {
    /// The events of one symbol.
    struct Item {
        let ticker: String
        let subjects: [LabelSubject]
        /// Digest of everything that the symbol's labels depend on but the time.
        let fingerprint: String
        /// Whether `subjects` are all events of the symbol and the run covers all horizons.
        let isComplete: Bool
    }

    let labeler: OutcomeLabeler
    private(set) var items: [Item] = []
    private(set) var upToDate = 0
    /// Symbols with a checkpoint and without events.
    private(set) var orphans: [String] = []
    private let options: LabelOptions
    private let asOf: Int
    var eventCount: Int { items.reduce(0) { $0 + $1.subjects.count } }

    init(_ connection: SQLConnection, context: JobContext, options: LabelOptions, asOf: Int) throws {
        self.options = options
        self.asOf = asOf
        let prices = PriceStore(connection)
        let benchmarkTicker = context.settings.benchmark
        let vintages = try prices.allSeries()
        guard let benchmarkVintage = vintages[benchmarkTicker]?.vintage,
            let benchmark = try prices.priceSeries(ofTicker: benchmarkTicker, calendar: context.calendar)
        else { throw LabelError.noBenchmark(benchmarkTicker) }
        let rules = context.settings.outcomeRules
        let marketEnd = try Self.marketEnd(prices, benchmark: benchmarkTicker, calendar: context.calendar)
        labeler = OutcomeLabeler(
            calendar: context.calendar,
            benchmark: benchmark,
            rules: rules,
            marketEnd: marketEnd
        )
        let checkpoints = try OutcomeStore(connection, calendar: context.calendar).checkpoints()
        var silent = Set(checkpoints.keys)
        let today = context.calendar.day(ofSession: asOf)
        let common =
            "\(rules.fingerprintText)|\(benchmarkTicker)|\(benchmarkVintage)|\(marketEnd.map { "\($0)" } ?? "")"
        for (ticker, subjects) in try EventStore(connection).labelSubjects() {
            silent.remove(ticker)
            let fingerprint = Self.fingerprint(
                subjects,
                common: "\(common)|\(vintages[ticker]?.vintage ?? "none")"
            )
            let checkpoint = checkpoints[ticker]
            let isDue = checkpoint?.nextDue.map { $0 <= today } ?? false
            if !options.labelAll, checkpoint?.fingerprint == fingerprint, !isDue {
                upToDate += 1
                continue
            }
            let chosen = subjects.filter { options.includes($0) }
            guard !chosen.isEmpty else { continue }
            items.append(
                Item(
                    ticker: ticker,
                    subjects: chosen,
                    fingerprint: fingerprint,
                    isComplete: options.isComplete
                )
            )
        }
        orphans = silent.sorted()
        if let limit = options.limit { try keepOldest(limit, connection) }
    }

    /// The median of the last sessions of all series; nil where there are too few to speak for the market.
    ///
    /// A series that ends long before most others has ended; one that ends long before a benchmark that alone was
    /// refreshed has not.
    private static func marketEnd(
        _ prices: PriceStore,
        benchmark: String,
        calendar: ExchangeCalendar
    ) throws -> Int? {
        let days = try prices.lastDays(excluding: benchmark)
        guard days.count >= 5 else { return nil }
        return try? calendar.session(onOrBefore: days[(days.count - 1) / 2])
    }

    /// Makes the labels of one symbol and compares them with those stored.
    func change(of item: Item, in connection: SQLConnection) throws -> LabelChange {
        let series = try PriceStore(connection).priceSeries(
            ofTicker: item.ticker,
            calendar: labeler.calendar
        )
        return try LabelChange(
            item: item,
            series: series,
            attempts: labeler.attempts(
                item.subjects,
                ticker: item.ticker,
                series: series,
                horizons: options.horizons,
                asOf: asOf
            ),
            horizons: options.horizons,
            store: OutcomeStore(connection, calendar: labeler.calendar),
            sessions: labeler.sessions(of:)
        )
    }

    /// Keeps the oldest events of which something would change, so that each run with a limit gets on.
    private mutating func keepOldest(_ limit: Int, _ connection: SQLConnection) throws {
        var open: [(ticker: String, subject: LabelSubject)] = []
        for item in items {
            let changed = try change(of: item, in: connection).changedEvents
            open += item.subjects.filter { changed.contains($0.eventID) }.map { (item.ticker, $0) }
        }
        open.sort { ($0.subject.knownAt, $0.subject.eventID) < ($1.subject.knownAt, $1.subject.eventID) }
        let kept = Dictionary(grouping: open.prefix(limit), by: \.ticker)
        items = items.compactMap { item in
            guard let subjects = kept[item.ticker] else { return nil }
            return Item(
                ticker: item.ticker,
                subjects: subjects.map(\.subject),
                fingerprint: item.fingerprint,
                isComplete: false
            )
        }
    }

    private static func fingerprint(_ subjects: [LabelSubject], common: String) -> String {
        var hash = StableHash()
        hash.combine(common)
        for subject in subjects {
            hash.combine(subject.eventID)
            hash.combine(subject.type.rawValue)
            hash.combine(UInt64(bitPattern: subject.knownAt.secondsSinceEpoch))
            hash.combine(UInt64(UInt32(bitPattern: subject.occurredOn.daysSinceEpoch)))
            hash.combine(subject.timePrecision.rawValue)
            hash.combine(UInt64(subject.tickerIsValid ? 1 : 0))
        }
        return hash.text
    }
}

extension LabelOptions {
    /// Whether the filters let an event through.
    func includes(_ subject: LabelSubject) -> Bool {
        (since.map { subject.occurredOn >= $0 } ?? true) && (until.map { subject.occurredOn <= $0 } ?? true)
            && (families?.contains(subject.type.family) ?? true)
    }
}
