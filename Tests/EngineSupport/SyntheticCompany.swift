import Events
import Market
import Statistics

/// One company of a synthetic world: its news, and bars that move by them.
struct SyntheticCompany {
    /// An event with what it did to the price.
    struct News {
        var event: MarketEvent
        let reactionSession: Int
        let effect: Double
    }

    let ticker: String
    private(set) var news: [News] = []
    private(set) var bars: [Bar] = []
    private let number: Int
    private let design: SyntheticWorld.Design
    private var random: RandomStream
    private var filings = 0

    init(number: Int, design: SyntheticWorld.Design, market: MarketPath) {
        self.number = number
        self.design = design
        ticker = Self.ticker(number)
        random = RandomStream(seed: design.seed, stream: UInt64(number) + 1)
        announceResults()
        fileReports()
        if number % 5 == 0 { decide() }
        trade(market)
    }

    // MARK: News

    private mutating func announceResults() {
        var session = design.quietSessions + random.bounded(63)
        while session < design.sessions {
            // Half of the surprises are small, so that their size tells how far the price moves.
            let surprise = (random.bernoulli(0.5) ? 1.5 : 11) * random.normal()
            let effect = design.surpriseEffect * surprise + 0.012 * random.normal()
            let estimate = (100 * (1 + random.uniform())).rounded() / 100
            var release = event(
                .earningsRelease,
                reactingIn: session,
                key: "made-up:\(ticker):\(session)",
                source: "made-up"
            )
            release.facts = EventFacts(
                epsEstimate: estimate,
                epsActual: (estimate * (100 + surprise)).rounded() / 100,
                surprisePercent: (surprise * 100).rounded() / 100
            )
            add(release, session, effect)
            if random.bernoulli(0.7) {
                var filing = release
                filing.eventID = nextAccession(day: release.occurredOn)
                filing.type = .sec8K
                filing.items = ["2.02", "9.01"]
                filing.facts = EventFacts()
                filing.title = "Form 8-K of \(ticker)"
                if filing.timePrecision == .exact {
                    filing.knownAt = filing.knownAt.advanced(bySeconds: Int64(60 + random.bounded(240)))
                    filing.timeSource = .sgml
                }
                // The release has moved the price already.
                add(filing, session, 0)
            }
            session += 60 + random.bounded(7)
        }
    }

    private mutating func fileReports() {
        let kinds: [[String]] = [["8.01"], ["5.02"], ["7.01", "9.01"], ["1.01"]]
        var session = design.quietSessions + random.bounded(design.sessionsPerFiling)
        while session < design.sessions {
            var filing = event(.sec8K, reactingIn: session, key: "", source: "made-up")
            filing.eventID = nextAccession(day: filing.occurredOn)
            filing.items = kinds[random.bounded(kinds.count)]
            add(filing, session, filing.items == ["5.02"] ? 0.01 * random.normal() : 0)
            session += 1 + random.bounded(2 * design.sessionsPerFiling)
        }
    }

    private mutating func decide() {
        for _ in 0..<3 {
            let session =
                design.quietSessions + random.bounded(max(design.sessions - design.quietSessions, 1))
            let approved = random.bernoulli(0.6)
            var decision = event(
                approved ? .fdaApproval : .fdaCompleteResponse,
                reactingIn: session,
                key: "made-up:fda:\(ticker):\(session):\(news.count)",
                source: "made-up"
            )
            decision.facts.decision = approved ? "approved" : "complete response"
            add(decision, session, approved ? design.decisionEffect : -design.decisionEffect)
        }
    }

    private mutating func add(_ event: MarketEvent, _ session: Int, _ effect: Double) {
        news.append(News(event: event, reactionSession: design.firstSession + session, effect: effect))
    }

    /// An event at a time from which the given session is the first that can react.
    private mutating func event(
        _ type: EventType,
        reactingIn session: Int,
        key: String,
        source: String
    ) -> MarketEvent {
        let calendar = ExchangeCalendar.xnys
        let day = calendar.day(ofSession: design.firstSession + session)
        let before = calendar.day(ofSession: design.firstSession + session - 1)
        let draw = random.uniform()
        let minute = random.bounded(60)
        var occurredOn = day
        var clock: Int?
        if draw < 0.4 {
            clock = 7 * 60 + minute
        } else if draw < 0.8 {
            occurredOn = before
            clock = 16 * 60 + minute
        } else if draw < 0.9 {
            clock = 11 * 60 + minute
        } else if draw < 0.95, day.weekday == 1 {
            occurredOn = day.advanced(byDays: -2)
            clock = 12 * 60 + minute
        }
        return MarketEvent(
            eventID: key,
            ticker: ticker,
            cik: "000\(1_000_000 + number)",
            companyName: "\(ticker) Corporation",
            type: type,
            occurredOn: occurredOn,
            knownAt: NewYork.instant(day: occurredOn, secondOfDay: (clock ?? 0) * 60),
            timePrecision: clock == nil ? .day : .exact,
            timeSource: clock == nil ? .none : .file,
            title: "\(type.rawValue) of \(ticker)",
            source: source
        )
    }

    /// Accession numbers rise by one for each filing of the company.
    private mutating func nextAccession(day: TradingDay) -> String {
        filings += 1
        let year = day.civil.year % 100
        return "000\(1_000_000 + number)-\(year < 10 ? "0" : "")\(year)-\(100_000 + filings)"
    }

    // MARK: Prices

    private mutating func trade(_ market: MarketPath) {
        let last = design.lastSession(ofCompany: number)
        guard last >= 0 else { return }
        var jumps: [Int: Double] = [:]
        for item in news { jumps[item.reactionSession - design.firstSession, default: 0] += item.effect }
        let beta = 0.6 + 0.8 * random.uniform()
        var volatility = ClusteredVolatility(usual: 0.011 + 0.005 * random.uniform())
        let returns = (0...last).map { session in
            beta * market.returns[session] + volatility.next(using: &random) * random.normal()
                + (jumps[session] ?? 0)
        }
        let maker = BarMaker(
            price: 20 + 100 * random.uniform(),
            usualVolume: 2_000_000,
            dividend: number % 3 == 0 ? 0 : 0.005
        )
        bars = maker.bars(returns: returns, firstSession: design.firstSession, using: &random)
    }

    /// `CAA`, `CAB` … by number.
    private static func ticker(_ number: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return "C\(letters[number / 26 % 26])\(letters[number % 26])"
    }
}
