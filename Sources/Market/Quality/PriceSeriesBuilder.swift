/// Puts the bars of a price source on the exchange's grid of sessions and sets suspect ones aside.
public struct PriceSeriesBuilder: Sendable {
    /// The exchange whose sessions make the grid.
    public let calendar: ExchangeCalendar

    /// Creates a builder for an exchange.
    public init(calendar: ExchangeCalendar = .xnys) {
        self.calendar = calendar
    }

    /// A price series and everything that was noticed in making it.
    public struct Result: Sendable {
        /// The series; empty where no bar lies on a session.
        public let series: PriceSeries
        /// What is wrong with which bar, by day; a bar whose reason `breaksLevel` is used, but no window may span it.
        public let findings: [PriceFinding]
        /// Bars on days before or after those that the calendar knows; left out.
        public let barsOutsideCalendar: Int
        /// Bars that a later one of the same day replaced with other values.
        public let barsReplaced: Int
    }

    /// Builds the series of one instrument.
    ///
    /// The order of the bars does not matter, except that of two bars of one day the later one counts. Rules in
    /// order: prices that cannot be, errors of a hundred times with a way back, stale runs, missing splits, dividends
    /// that prices or adjusted closes contradict.
    public func build(ticker: String, bars: [Bar]) -> Result {
        var onGrid: [Bar] = []
        var sessions: [Int] = []
        onGrid.reserveCapacity(bars.count)
        sessions.reserveCapacity(bars.count)
        var offGrid: [PriceFinding] = []
        var outside = 0
        var replaced = 0
        for bar in ScreenedBars.ascending(bars) {
            do throws(CalendarError) {
                guard let session = try calendar.session(on: bar.day) else {
                    let detail = "\(calendar.code) was closed; close \(bar.close)"
                    offGrid.append(PriceFinding(day: bar.day, reason: .notASession, detail: detail))
                    continue
                }
                if sessions.last == session, let last = onGrid.last {
                    if !Self.isSame(last, bar) { replaced += 1 }
                    onGrid[onGrid.count - 1] = bar
                } else {
                    onGrid.append(bar)
                    sessions.append(session)
                }
            } catch {
                outside += 1
            }
        }
        var screened = ScreenedBars(bars: onGrid, sessions: sessions)
        screened.screen()
        return Result(
            series: Self.series(ticker: ticker, screened),
            findings: (offGrid + screened.findings).sorted {
                ($0.day, $0.reason.code) < ($1.day, $1.reason.code)
            },
            barsOutsideCalendar: outside,
            barsReplaced: replaced
        )
    }

    // MARK: Steps

    private static func isSame(_ first: Bar, _ second: Bar) -> Bool {
        func same(_ one: Double, _ other: Double) -> Bool { one == other || one.isNaN && other.isNaN }
        return same(first.open, second.open) && same(first.high, second.high) && same(first.low, second.low)
            && same(first.close, second.close) && same(first.adjustedClose, second.adjustedClose)
            && same(first.volume, second.volume) && same(first.dividend, second.dividend)
            && same(first.splitFactor, second.splitFactor)
    }

    private static func series(ticker: String, _ screened: ScreenedBars) -> PriceSeries {
        let first = screened.sessions.first ?? 0
        let count = (screened.sessions.last ?? -1) + 1 - first
        var adjusted = [Double](repeating: .nan, count: count)
        var close = adjusted
        var volume = adjusted
        var quarantine = [QuarantineReason?](repeating: nil, count: count)
        for (index, session) in screened.sessions.enumerated() {
            let bar = screened.bars[index]
            if screened.isUsable(index) {
                adjusted[session - first] = bar.adjustedClose
                close[session - first] = bar.close
            }
            if bar.volume >= 0, bar.volume.isFinite { volume[session - first] = bar.volume }
            quarantine[session - first] = screened.quarantine[index]
        }
        return PriceSeries(
            ticker: ticker,
            firstSession: first,
            adjusted: adjusted,
            close: close,
            volume: volume,
            quarantine: quarantine,
            breaks: screened.breaks.map { screened.sessions[$0] }
        )
    }
}
