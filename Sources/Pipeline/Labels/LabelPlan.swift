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
    var eventCount: Int { items.reduce(0) { $0 + $1.subjects.count } }

    init(_ connection: SQLConnection, context: JobContext, options: LabelOptions, asOf: Int) throws {
        let prices = PriceStore(connection)
        let benchmarkTicker = context.settings.benchmark
        let vintages = try prices.allSeries()
        guard let benchmarkVintage = vintages[benchmarkTicker]?.vintage,
            let benchmark = try prices.priceSeries(ofTicker: benchmarkTicker, calendar: context.calendar)
        else { throw LabelError.noBenchmark(benchmarkTicker) }
        let rules = context.settings.outcomeRules
        labeler = OutcomeLabeler(calendar: context.calendar, benchmark: benchmark, rules: rules)
        let checkpoints = try OutcomeStore(connection, calendar: context.calendar).checkpoints()
        let today = context.calendar.day(ofSession: asOf)
        let common = "\(rules.fingerprintText)|\(benchmarkTicker)|\(benchmarkVintage)"
        for (ticker, subjects) in try EventStore(connection).labelSubjects() {
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
            let chosen = options.limit == nil ? subjects.filter { options.includes($0) } : subjects
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
        if let limit = options.limit {
            try keepOldest(limit, connection: connection, context: context, options: options)
        }
    }

    /// Keeps the oldest events that still lack a label at one of the horizons.
    private mutating func keepOldest(
        _ limit: Int,
        connection: SQLConnection,
        context: JobContext,
        options: LabelOptions
    ) throws {
        let store = OutcomeStore(connection, calendar: context.calendar)
        var open: [(ticker: String, subject: LabelSubject)] = []
        for item in items {
            let labelled = options.labelAll ? [] : try store.labelledKeys(ofTicker: item.ticker)
            for subject in item.subjects where options.includes(subject) {
                let isOpen = options.horizons.contains {
                    !labelled.contains(OutcomeKey(eventID: subject.eventID, horizon: $0))
                }
                if isOpen { open.append((item.ticker, subject)) }
            }
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
