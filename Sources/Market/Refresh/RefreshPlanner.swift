/// Decides what to do with a fresh tail of prices, so that a series never holds two adjustments.
public struct RefreshPlanner: Sendable {
    /// The exchange.
    public let calendar: ExchangeCalendar
    /// From how many sessions without a new bar on the source is suspected.
    public let silentSessions: Int

    /// Relative difference up to which two adjusted closes of one day are the same.
    static let tolerance = 0.000_001

    /// Creates a planner.
    public init(calendar: ExchangeCalendar = .xnys, silentSessions: Int = 5) {
        self.calendar = calendar
        self.silentSessions = silentSessions
    }

    /// Decides on a tail.
    ///
    /// - Parameters:
    ///   - stored: what is known of the stored series.
    ///   - fresh: bars of the source in any order, a few days before the last stored day among them; of two bars of one
    ///     day the later one counts.
    ///   - lastClosed: the last session whose close is final; later bars are left out.
    /// - Returns: the decision, with the bars to join or the reason.
    /// - Throws: `CalendarError` for days that the calendar does not know.
    public func plan(
        stored: StoredPriceFacts,
        fresh: [Bar],
        lastClosed: TradingDay
    ) throws(CalendarError) -> RefreshDecision {
        let recent = ScreenedBars.onePerDay(stored.recent)
        guard let last = recent.last else { preconditionFailure("a stored series without bars") }
        let tail = ScreenedBars.onePerDay(fresh).filter { $0.day <= lastClosed }
        let due = try sessions(after: last.day, through: lastClosed)
        guard let first = tail.first, let end = tail.last else {
            return due > 0 ? .suspect(.empty(sessionsDue: due)) : .nothingNew
        }
        guard end.day >= last.day else {
            return .suspect(.endsEarly(lastFresh: end.day, lastStored: last.day))
        }
        let known = Dictionary(recent.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
        let common = tail.compactMap { bar in known[bar.day].map { (stored: $0, fresh: bar) } }
        guard !common.isEmpty else {
            return .rereadWholeHistory(.noCommonDay(lastStored: last.day, firstFresh: first.day))
        }
        if let unit = otherUnit(common) { return .suspect(unit) }
        if let reason = newEvent(tail, known, stored, last.day) ?? revision(common) {
            return .rereadWholeHistory(reason)
        }
        let new = tail.filter { $0.day > last.day }
        guard let firstNew = new.first else {
            let isSilent = due >= silentSessions
            return isSilent ? .suspect(.silent(sessions: due, lastFresh: end.day)) : .nothingNew
        }
        let missing = try missingSessions(after: last.day, new)
        if missing > 0 { return .rereadWholeHistory(.missingSessions(missing, before: firstNew.day)) }
        let findings = PriceScreening.findings(recent + new).filter { $0.day > last.day }
        return findings.isEmpty
            ? .appendTail(new, ontoVintage: stored.vintage) : .suspect(.findings(findings))
    }

    // MARK: What changed

    /// A split or dividend that the stored series does not have; a split first, since it changes more.
    private func newEvent(
        _ tail: [Bar],
        _ known: [TradingDay: Bar],
        _ stored: StoredPriceFacts,
        _ last: TradingDay
    ) -> RereadReason? {
        func isNew(
            _ bar: Bar,
            _ value: Double,
            _ storedValue: (Bar) -> Double,
            _ lastEvent: TradingDay?
        ) -> Bool {
            if let former = known[bar.day] { return storedValue(former) != value }
            // A day before the known ones counts as stored up to the last stored event.
            return bar.day > last || lastEvent.map { bar.day > $0 } ?? true
        }
        for bar in tail where bar.splitFactor > 0 && bar.splitFactor != 1 {
            if isNew(bar, bar.splitFactor, { $0.splitFactor }, stored.lastSplit) {
                return .split(day: bar.day, factor: bar.splitFactor)
            }
        }
        for bar in tail where bar.dividend > 0 {
            if isNew(bar, bar.dividend, { $0.dividend }, stored.lastDividend) {
                return .dividend(day: bar.day, amount: bar.dividend)
            }
        }
        return nil
    }

    private func revision(_ common: [(stored: Bar, fresh: Bar)]) -> RereadReason? {
        let changed = common.filter {
            !isSame($0.stored.adjustedClose, $0.fresh.adjustedClose)
                || !isSame($0.stored.close, $0.fresh.close)
        }
        guard let first = changed.first else { return nil }
        return .closesRevised(
            day: first.fresh.day,
            stored: first.stored.adjustedClose,
            fresh: first.fresh.adjustedClose,
            days: changed.count
        )
    }

    private func otherUnit(_ common: [(stored: Bar, fresh: Bar)]) -> SuspectReason? {
        let off = common.filter { UnitErrorRule.direction($0.fresh.close / $0.stored.close) != nil }
        let hasSplit = common.contains { $0.fresh.splitFactor > 0 && $0.fresh.splitFactor != 1 }
        guard let first = off.first, off.count == common.count, !hasSplit else { return nil }
        return .otherUnit(day: first.fresh.day, stored: first.stored.close, fresh: first.fresh.close)
    }

    private func isSame(_ stored: Double, _ fresh: Double) -> Bool {
        if stored.isNaN || fresh.isNaN { return stored.isNaN && fresh.isNaN }
        return abs(stored - fresh) <= Self.tolerance * abs(stored)
    }

    // MARK: Sessions

    /// How many sessions lie after a day and not after another.
    private func sessions(after day: TradingDay, through last: TradingDay) throws(CalendarError) -> Int {
        guard last > day else { return 0 }
        let end = try calendar.session(onOrBefore: last)
        let start = try calendar.session(onOrBefore: day)
        return max(0, end - start)
    }

    /// Sessions between the last stored day and the last new bar that the new bars leave out.
    private func missingSessions(after day: TradingDay, _ new: [Bar]) throws(CalendarError) -> Int {
        guard let last = new.last else { return 0 }
        var found = 0
        for bar in new where try calendar.session(on: bar.day) != nil { found += 1 }
        return max(0, try sessions(after: day, through: last.day) - found)
    }
}
