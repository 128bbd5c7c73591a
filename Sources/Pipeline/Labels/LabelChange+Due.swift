import Market
import Outcomes

extension LabelChange {
    /// The first session after the as-of session from which an attempt may end differently although nothing but time
    /// has passed; nil where none may.
    ///
    /// A pending attempt becomes due when enough sessions have closed. Whether a close is missing for good depends on how
    /// long the series has been silent, so such a reason is looked at again when the silence has lasted long
    /// enough, or when a stored close that was not yet known becomes known.
    func nextDue(_ labeler: OutcomeLabeler, asOf: Int) -> Int? {
        var due: Int?
        func note(_ session: Int) { due = min(due ?? session, session) }
        var isSilent = false
        for (index, attempt) in attempts.enumerated() {
            let (subject, horizon) = target(ofAttempt: index)
            switch attempt {
            case .skipped(.pending):
                if let sessions = labeler.sessions(of: subject) {
                    note(sessions.outcomeSession(horizon) + 1)
                }
            case .skipped(.noPrices), .skipped(.missingBaseClose), .skipped(.missingOutcomeClose),
                .skipped(.delistedBeforeOutcome):
                isSilent = true
            default: break
            }
        }
        guard isSilent, let series else { return due }
        let known = max(min(series.adjusted.count, asOf - series.firstSession + 1), 0)
        if let next = series.adjusted[known...].firstIndex(where: { !$0.isNaN }) {
            note(series.firstSession + next)
        }
        if let last = series.adjusted[..<known].lastIndex(where: { !$0.isNaN }) {
            let silent = series.firstSession + last + labeler.rules.delistedAfterSessions + 1
            if silent > asOf, silent < labeler.benchmark.endSession { note(silent) }
        }
        return due
    }
}

extension OutcomeLabeler {
    /// The sessions of an event; nil outside the calendar.
    func sessions(of subject: LabelSubject) -> EventSessions? {
        try? EventSessions(
            knownAt: subject.knownAt,
            occurredOn: subject.occurredOn,
            timePrecision: subject.timePrecision,
            rule: rules.dayPrecision,
            calendar: calendar
        )
    }
}
