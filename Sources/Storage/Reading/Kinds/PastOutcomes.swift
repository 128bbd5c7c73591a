import Market

/// Sums up labels, one after the other.
struct PastOutcomes {
    private struct Totals {
        var tickers: Set<String> = []
        var impacts: [Double] = []
        var n = 0
        var directions = 0
        var up = 0
        var moves = 0.0
        /// The newest so far, newest first.
        var newest: [(knownAt: UTCInstant, eventID: String)] = []
    }

    private var totals: [Totals] = Horizon.allCases.map { _ in Totals() }
    private static let newestKept = 5

    /// Adds a row of event, symbol, time, horizon, abnormal return, direction and impact.
    mutating func add(_ row: SQLRow) throws {
        let horizon = try row.horizon(3)
        guard let index = Horizon.allCases.firstIndex(of: horizon) else { return }
        let knownAt = try row.instant(2)
        totals[index].n += 1
        totals[index].tickers.insert(row.text(1))
        totals[index].moves += abs(row.double(4))
        let direction = row.integer(5)
        if direction != 0 { totals[index].directions += 1 }
        if direction > 0 { totals[index].up += 1 }
        if let impact = row.optionalDouble(6) { totals[index].impacts.append(impact) }
        // Keys are read only where they may be among the newest.
        if let last = totals[index].newest.last, totals[index].newest.count == Self.newestKept,
            last.knownAt > knownAt
        {
            return
        }
        let key = row.text(0)
        let newest = totals[index].newest
        let place = newest.firstIndex { ($0.knownAt, $0.eventID) < (knownAt, key) } ?? newest.count
        totals[index].newest.insert((knownAt, key), at: place)
        if newest.count == Self.newestKept { totals[index].newest.removeLast() }
    }

    /// The sums by horizon; every horizon is there.
    var summary: [Horizon: HistoryOfKind] {
        Dictionary(uniqueKeysWithValues: zip(Horizon.allCases, totals.map(Self.summary(of:))))
    }

    private static func summary(of totals: Totals) -> HistoryOfKind {
        var history = HistoryOfKind()
        history.n = totals.n
        history.companies = totals.tickers.count
        history.impacts = totals.impacts.count
        history.directions = totals.directions
        history.newest = totals.newest.map(\.eventID)
        let impacts = totals.impacts.sorted()
        if !impacts.isEmpty {
            history.meanImpact = impacts.reduce(0, +) / Double(impacts.count)
            let middle = impacts.count / 2
            history.medianImpact =
                impacts.count % 2 == 1 ? impacts[middle] : (impacts[middle - 1] + impacts[middle]) / 2
        }
        if totals.directions > 0 { history.shareUp = Double(totals.up) / Double(totals.directions) }
        if totals.n > 0 { history.meanAbsoluteMove = totals.moves / Double(totals.n) }
        return history
    }
}
