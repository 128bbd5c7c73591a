import Events
import Market
import Outcomes
import Storage

/// The difference between the labels just made for one symbol and those stored.
struct LabelChange {
    let item: LabelPlan.Item
    let attempts: [LabelAttempt]
    let horizons: [Horizon]
    private var new: [Outcome] = []
    private var revised: [Outcome] = []
    private var unchanged: [Outcome] = []
    private var withdrawn: [OutcomeKey] = []
    private var skips: [(key: OutcomeKey, reason: SkipReason)] = []
    private var resolved: [OutcomeKey] = []

    init(item: LabelPlan.Item, attempts: [LabelAttempt], horizons: [Horizon]) {
        self.item = item
        self.attempts = attempts
        self.horizons = horizons
    }

    /// Sorts the attempts by what they change.
    mutating func compare(with store: OutcomeStore) throws {
        var stored: [OutcomeKey: StoredOutcome] = [:]
        for row in try store.outcomes(ofTicker: item.ticker) { stored[row.key] = row }
        let recorded = try store.skips(ofTicker: item.ticker)
        for (index, attempt) in attempts.enumerated() {
            let key = OutcomeKey(
                eventID: item.subjects[index / horizons.count].eventID,
                horizon: horizons[index % horizons.count]
            )
            let former = stored[key]
            switch attempt {
            case .labelled(let outcome):
                if let former {
                    let same = former.outcome == outcome && former.labelVersion == OutcomeRules.version
                    if same { unchanged.append(outcome) } else { revised.append(outcome) }
                } else {
                    new.append(outcome)
                }
                if recorded[key] != nil { resolved.append(key) }
            case .skipped(.pending) where former != nil:
                // A label made with later closes stays: an earlier as-of day withdraws nothing.
                if let former { unchanged.append(former.outcome) }
            case .skipped(let reason):
                if former != nil { withdrawn.append(key) }
                if recorded[key] != reason { skips.append((key, reason)) }
            }
        }
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
        for (index, attempt) in attempts.enumerated() {
            guard case .skipped(let reason) = attempt else { continue }
            let key = LabelReport.Key(
                family: item.subjects[index / horizons.count].type.family,
                horizon: horizons[index % horizons.count]
            )
            report.cells[key, default: .init()].skipped[reason, default: 0] += 1
        }
    }

    /// How many attempts ended with a reason.
    func count(of reason: SkipReason) -> Int {
        attempts.reduce(0) { $0 + ($1 == .skipped(reason) ? 1 : 0) }
    }

    /// The first session from which a pending attempt may be tried again; nil where none is pending.
    func nextDue(_ labeler: OutcomeLabeler) -> Int? {
        var due: Int?
        for (index, attempt) in attempts.enumerated() where attempt == .skipped(.pending) {
            let subject = item.subjects[index / horizons.count]
            let sessions = try? EventSessions(
                knownAt: subject.knownAt,
                occurredOn: subject.occurredOn,
                timePrecision: subject.timePrecision,
                rule: labeler.rules.dayPrecision,
                calendar: labeler.calendar
            )
            guard let sessions else { continue }
            let session = sessions.outcomeSession(horizons[index % horizons.count]) + 1
            due = min(due ?? session, session)
        }
        return due
    }

    private static func key(_ outcome: Outcome) -> OutcomeKey {
        OutcomeKey(eventID: outcome.eventID, horizon: outcome.horizon)
    }

    private static func cell(_ outcome: Outcome) -> LabelReport.Key {
        LabelReport.Key(family: outcome.type.family, horizon: outcome.horizon)
    }
}
