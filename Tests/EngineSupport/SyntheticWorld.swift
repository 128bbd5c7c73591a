public import Events
public import Market

/// A made-up market that goes through the whole engine: daily bars of companies and a benchmark, and events of several families.
///
/// An earnings surprise moves the price in the event's reaction session by a known amount, and so do a regulator's
/// decisions; most other filings move nothing. Volatility comes in clusters. Equal designs give equal worlds; each
/// company draws from a stream of its own, so that more companies change nothing about the others. The reaction session is chosen first and the event's
/// time from it, so that nothing here rests on the engine's reading of times.
public struct SyntheticWorld: Sendable {
    /// What the world is made from.
    public let design: Design
    /// Symbol of the benchmark.
    public let benchmark = "SPY"
    /// Bars by symbol, the benchmark's among them, each list sorted by day.
    public private(set) var bars: [String: [Bar]] = [:]
    /// All events, sorted by time and key.
    public private(set) var events: [MarketEvent] = []
    /// The session in which the market could first react, by event key.
    public private(set) var reactionSessions: [String: Int] = [:]
    /// The return that each event added in its reaction session, a fraction, by event key.
    public private(set) var effects: [String: Double] = [:]

    /// Creates the world of a design.
    public init(_ design: Design = Design()) {
        self.design = design
        let market = MarketPath(design)
        bars[benchmark] = market.benchmarkBars
        for number in 0..<design.companies {
            let company = SyntheticCompany(number: number, design: design, market: market)
            if !company.bars.isEmpty { bars[company.ticker] = company.bars }
            for news in company.news {
                events.append(news.event)
                reactionSessions[news.event.eventID] = news.reactionSession
                effects[news.event.eventID] = news.effect
            }
        }
        events.sort { ($0.knownAt, $0.eventID) < ($1.knownAt, $1.eventID) }
    }

    /// Symbols of the companies, sorted.
    public var tickers: [String] { Set(events.map(\.ticker)).sorted() }

    /// An evening after the last session.
    public var now: UTCInstant {
        let last = design.firstSession + design.sessions - 1
        return ExchangeCalendar.xnys.closesAt(session: last).advanced(bySeconds: 3 * 3600)
    }

    /// The evening of a session, counted from the world's first.
    public func evening(ofSession number: Int) -> UTCInstant {
        ExchangeCalendar.xnys.closesAt(session: design.firstSession + number).advanced(bySeconds: 3 * 3600)
    }

    /// The day of a session, counted from the world's first.
    public func day(ofSession number: Int) -> TradingDay {
        ExchangeCalendar.xnys.day(ofSession: design.firstSession + number)
    }
}

extension SyntheticWorld {
    /// How large the world is and how strongly events move prices.
    public struct Design: Sendable, Equatable {
        /// Seed of everything.
        public var seed: UInt64
        /// Companies with events.
        public var companies: Int
        /// The last so many of them have no prices at all.
        public var unpriced: Int
        /// The so many before those stop trading after two thirds of the sessions.
        public var delisted: Int
        /// First session of the prices, a number of the exchange calendar; 6,550 is in January 2016.
        public var firstSession: Int
        /// Sessions of the prices.
        public var sessions: Int
        /// Sessions before the first event, so that its move can be ranked.
        public var quietSessions: Int
        /// Return per percentage point of earnings surprise, a fraction.
        public var surpriseEffect: Double
        /// Size of the return after a regulator's decision, a fraction.
        public var decisionEffect: Double
        /// Sessions between two filings without results, on average.
        public var sessionsPerFiling: Int

        /// Creates a design; the defaults make about 1,000 events on 24 companies.
        public init(
            seed: UInt64 = 1,
            companies: Int = 24,
            unpriced: Int = 0,
            delisted: Int = 0,
            firstSession: Int = 6550,
            sessions: Int = 900,
            quietSessions: Int = 150,
            surpriseEffect: Double = 0.003,
            decisionEffect: Double = 0.07,
            sessionsPerFiling: Int = 36
        ) {
            self.seed = seed
            self.companies = companies
            self.unpriced = unpriced
            self.delisted = delisted
            self.firstSession = firstSession
            self.sessions = sessions
            self.quietSessions = quietSessions
            self.surpriseEffect = surpriseEffect
            self.decisionEffect = decisionEffect
            self.sessionsPerFiling = sessionsPerFiling
        }

        /// Last session, counted from the first, with prices of a company.
        func lastSession(ofCompany number: Int) -> Int {
            let fromEnd = companies - 1 - number
            if fromEnd < unpriced { return -1 }
            return fromEnd < unpriced + delisted ? sessions * 2 / 3 : sessions - 1
        }
    }
}
