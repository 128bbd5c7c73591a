import Events
import Market
import Outcomes
import Storage

/// The difference between the labels just made for one symbol and those stored.
struct LabelChange {
    let item: LabelPlan.Item
    /// The closes that the labels were made from; nil where none are stored.
    let series: PriceSeries?
    let attempts: [LabelAttempt]
    let horizons: [Horizon]
    private var new: [Outcome] = []
    private var revised: [Outcome] = []
    private var unchanged: [Outcome] = []
    private var withdrawn: [OutcomeKey] = []
    private var resolved: [OutcomeKey] = []
    private var skips: [(key: OutcomeKey, reason: SkipReason)] = []
    private var skipped: [(family: EventFamily, horizon: Horizon, reason: SkipReason)] = []

    /// Sorts the attempts by what they change.
    ///
    /// - Parameters:
    ///   - item: the symbol and its events.
    ///   - series: the symbol's closes; nil where none are known.
    ///   - attempts: one for each event of the item and horizon, events first.
    ///   - horizons: the horizons that were tried.
    ///   - store: the labels and skips that are stored.
    ///   - sessions: the sessions of an event; nil outside the calendar.
    /// - Throws: `StorageError` for a stored value that cannot be read.
    init(
        item: LabelPlan.Item,
        series: PriceSeries?,
        attempts: [LabelAttempt],
        horizons: [Horizon],
        store: OutcomeStore,
        sessions: (LabelSubject) -> EventSessions?
    ) throws {
        self.item = item
        self.series = series
        self.attempts = attempts
        self.horizons = horizons
        var stored: [OutcomeKey: StoredOutcome] = [:]
        for row in try store.outcomes(ofTicker: item.ticker) { stored[row.key] = row }
        let recorded = try store.skips(ofTicker: item.ticker)
        for (index, attempt) in attempts.enumerated() {
            let (subject, horizon) = target(ofAttempt: index)
            let key = OutcomeKey(eventID: subject.eventID, horizon: horizon)
            let former = stored[key]
            switch attempt {
            case .labelled(let outcome):
                take(outcome, former: former)
                if recorded[key] != nil { resolved.append(key) }
            case .skipped(let reason):
                // A label made with later closes stays: an earlier as-of day withdraws nothing. One of another time or
                // symbol is no label of this event.
                if reason == .pending, let outcome = former?.outcome, outcome.ticker == item.ticker,
                    outcome.baseSession == sessions(subject)?.baseSession
                {
                    unchanged.append(outcome)
                    continue
                }
                skipped.append((subject.type.family, horizon, reason))
                if former != nil { withdrawn.append(key) }
                if recorded[key] != StoredSkip(reason: reason, ticker: item.ticker) {
                    skips.append((key, reason))
                }
            }
        }
    }

    private mutating func take(_ outcome: Outcome, former: StoredOutcome?) {
        guard let former else {
            new.append(outcome)
            return
        }
        let same = former.outcome == outcome && former.labelVersion == OutcomeRules.version
        if same { unchanged.append(outcome) } else { revised.append(outcome) }
    }

    /// The event and horizon of an attempt.
    func target(ofAttempt index: Int) -> (subject: LabelSubject, horizon: Horizon) {
        (item.subjects[index / horizons.count], horizons[index % horizons.count])
    }

    /// Keys of the events of which something changes.
    var changedEvents: Set<String> {
        Set((new + revised).map(\.eventID) + withdrawn.map(\.eventID) + skips.map(\.key.eventID))
    }

    /// Writes the difference.
    func save(to store: OutcomeStore, now: UTCInstant) throws {
        let superseded =
            revised.map { OutcomeKey(eventID: $0.eventID, horizon: $0.horizon) } + withdrawn
        try store.supersede(superseded.sorted(), now: now)
        try store.write((new + revised).sorted { Self.key($0) < Self.key($1) }, now: now)
        try store.removeSkips(resolved.sorted())
        try store.write(skips: skips.sorted { $0.key < $1.key }, ticker: item.ticker, now: now)
    }

    /// Adds the counts to a report.
    func count(into report: inout LabelReport) {
        report.tickers += 1
        report.events += item.subjects.count
        report.skipsWritten += skips.count + withdrawn.count
        for outcome in new { report.cells[Self.cell(outcome), default: .init()].new += 1 }
        for outcome in revised { report.cells[Self.cell(outcome), default: .init()].revised += 1 }
        for outcome in unchanged { report.cells[Self.cell(outcome), default: .init()].unchanged += 1 }
        for outcome in new + revised + unchanged where outcome.realizedImpact == nil {
            report.cells[Self.cell(outcome), default: .init()].withoutImpact += 1
        }
        for skip in skipped {
            let key = LabelReport.Key(family: skip.family, horizon: skip.horizon)
            report.cells[key, default: .init()].skipped[skip.reason, default: 0] += 1
        }
    }

    /// How many attempts ended with a reason.
    func count(of reason: SkipReason) -> Int {
        skipped.reduce(0) { $0 + ($1.reason == reason ? 1 : 0) }
    }

    private static func key(_ outcome: Outcome) -> OutcomeKey {
        OutcomeKey(eventID: outcome.eventID, horizon: outcome.horizon)
    }

    private static func cell(_ outcome: Outcome) -> LabelReport.Key {
        LabelReport.Key(family: outcome.type.family, horizon: outcome.horizon)
    }
}
