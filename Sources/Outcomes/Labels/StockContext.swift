import Market

/// What all labels of one stock share: its closes, digests and own moves by horizon.
struct StockContext {
    let series: PriceSeries
    let histories: [MoveHistory]
    let digest: CloseDigest
    /// First session with a usable close; nil where there is none up to the as-of session.
    let firstClose: Int?
    /// Last session with a usable close up to the as-of session.
    let lastClose: Int
    private let sortedBreaks: [Int]

    init(_ series: PriceSeries, benchmark: PriceSeries, horizons: [Horizon], asOf: Int) {
        self.series = series
        histories = horizons.map { MoveHistory(stock: series, benchmark: benchmark, sessions: $0.sessions) }
        digest = CloseDigest(series)
        sortedBreaks = series.breaks.sorted()
        let known = max(min(series.adjusted.count, asOf - series.firstSession + 1), 0)
        firstClose = series.adjusted[..<known].firstIndex { !$0.isNaN }.map { $0 + series.firstSession }
        lastClose = (series.adjusted[..<known].lastIndex { !$0.isNaN } ?? -1) + series.firstSession
    }

    /// Whether the series stopped for good: its last close lies more than `sessions` before the market's.
    func hasEnded(before marketEnd: Int, after sessions: Int) -> Bool {
        marketEnd - lastClose > sessions
    }

    /// Why a session's close cannot be used; nil where it can.
    func missingReason(at session: Int, otherwise reason: SkipReason, ended: Bool) -> SkipReason? {
        guard series.adjustedClose(at: session).isNaN else { return nil }
        let index = session - series.firstSession
        if series.quarantine.indices.contains(index), series.quarantine[index] != nil { return .suspectPrice }
        return ended && session > lastClose ? .delistedBeforeOutcome : reason
    }

    /// Whether the series breaks after `base` and up to `outcome`.
    func breaks(between base: Int, and outcome: Int) -> Bool {
        sortedBreaks.contains { $0 > base && $0 <= outcome }
    }
}
