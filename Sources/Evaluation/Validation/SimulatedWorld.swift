public import Events
import Foundation
public import Market
import Statistics

/// A simulated market with announcements: what the validation lab sends through the whole engine.
///
/// Announcements have a surprise, drawn at random, which is all that anybody could learn from. In a planted world it moves the price in the reaction session by
/// the design's effect times the surprise; in the null and the clustered world by nothing. The reaction session is chosen first and the time of the
/// announcement from it. Equal designs give equal worlds.
public struct SimulatedWorld: Sendable {
    /// What the world is made from.
    public let design: WorldDesign
    /// Symbol of the benchmark.
    public static let benchmark = "SPY"
    /// Bars by symbol, the benchmark's among them, sorted by day.
    public let bars: [String: [Bar]]
    /// The announcements, sorted by time and key.
    public let events: [MarketEvent]
    /// An evening after the last session.
    public let now: UTCInstant

    /// Number of the first session on the exchange calendar; it is in January 2016.
    private static let firstSession = 6550
    private static let secondsAfterClose: Int64 = 3 * 3600

    /// Creates the world of a design.
    public init(_ design: WorldDesign, calendar: ExchangeCalendar = .xnys) {
        self.design = design
        let kind = WorldKind.allCases.firstIndex(of: design.kind) ?? 0
        var random = RandomStream(
            seed: design.seed,
            stream: UInt64(design.number * WorldKind.allCases.count + kind)
        )
        let market = SimulatedMarket(design, using: &random)
        var bars = [Self.benchmark: Self.bars(market.benchmark, calendar: calendar)]
        var events: [MarketEvent] = []
        for company in 0..<design.companies {
            let ticker = Self.ticker(company)
            var returns = market.companies[company]
            for session in Self.announcements(of: company, design, using: &random) {
                let surprise = random.normal()
                returns[session] +=
                    design.effect(inSession: session) * surprise * SimulatedMarket.ownVolatility
                events.append(
                    Self.announcement(
                        ticker,
                        session: session,
                        surprise: surprise,
                        random.bernoulli(0.5),
                        calendar
                    )
                )
            }
            bars[ticker] = Self.bars(returns, calendar: calendar)
        }
        self.bars = bars
        self.events = events.sorted { ($0.knownAt, $0.eventID) < ($1.knownAt, $1.eventID) }
        now = calendar.closesAt(session: Self.firstSession + design.sessions - 1)
            .advanced(bySeconds: Self.secondsAfterClose)
    }

    // MARK: Parts

    /// Sessions of a company's announcements, counted from the first.
    ///
    /// In a clustered world companies announce in the same week.
    private static func announcements(
        of company: Int,
        _ design: WorldDesign,
        using random: inout RandomStream
    ) -> [Int] {
        let spread = design.kind == .clustered ? 3 : design.sessionsPerEvent
        return stride(from: design.quietSessions, to: design.sessions - spread, by: design.sessionsPerEvent)
            .map { $0 + random.bounded(spread) }
    }

    private static func announcement(
        _ ticker: String,
        session: Int,
        surprise: Double,
        _ isBeforeOpen: Bool,
        _ calendar: ExchangeCalendar
    ) -> MarketEvent {
        let day = calendar.day(ofSession: firstSession + session - (isBeforeOpen ? 0 : 1))
        let clock = isBeforeOpen ? 7 * 3600 : 16 * 3600 + 1800
        // Two decimals, as announcements have them.
        let percent = (1000 * surprise).rounded() / 100
        var event = MarketEvent(
            eventID: "simulated:\(ticker):\(session)",
            ticker: ticker,
            companyName: "\(ticker) Corporation",
            type: .earningsRelease,
            occurredOn: day,
            knownAt: NewYork.instant(day: day, secondOfDay: clock),
            timePrecision: .exact,
            timeSource: .file,
            title: "Simulated announcement of \(ticker)",
            source: "simulated"
        )
        event.facts = EventFacts(epsEstimate: 1, epsActual: 1 + percent / 100, surprisePercent: percent)
        return event
    }

    private static func bars(_ returns: [Double], calendar: ExchangeCalendar) -> [Bar] {
        var close = 100.0
        return returns.enumerated().map { session, move in
            let open = close
            close *= exp(move)
            return Bar(
                day: calendar.day(ofSession: firstSession + session),
                open: open,
                high: max(open, close),
                low: min(open, close),
                close: close,
                adjustedClose: close,
                volume: 1_000_000
            )
        }
    }

    /// `SAA`, `SAB` … by number.
    private static func ticker(_ number: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return "S\(letters[number / 26 % 26])\(letters[number % 26])"
    }
}
