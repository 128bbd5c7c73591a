import Events
import Features
import Market
import Outcomes

/// A random small market: prices, events with links, ties, duplicates and gaps, base scores and outcomes.
struct World {
    static let firstSession = 3000
    static let sessionCount = 1400

    var benchmark: PriceSeries
    var series: [String: PriceSeries]
    var events: [EventInput]
    var baseScores: [String: BaseScoreInput]
    var outcomes: [Outcome]

    /// A builder over everything in the world.
    func builder() -> FeatureBuilder {
        FeatureBuilder(
            calendar: Make.calendar,
            benchmark: benchmark,
            series: series,
            history: history,
            baseScores: events.map { baseScores[$0.event.eventID] },
            outcomes: outcomes
        )
    }

    /// The events of the world.
    var history: EventHistory { EventHistory(events) }

    /// The rows of one event at all horizons.
    func rows(of input: EventInput) throws -> FeatureRows {
        try builder().rows(
            for: Horizon.allCases.map { FeatureRequest(eventID: input.event.eventID, horizon: $0) }
        )
    }
}

// MARK: Making

extension World {
    static let tickers = ["AAA", "BBB", "CCC", "DDD", "EEE", "NOPRICES"]

    init(seed: UInt64, eventCount: Int = 400) throws {
        var random = SeededRandom(seed: seed)
        let market = Self.marketReturns(using: &random)
        benchmark = Make.series("SPY", first: Self.firstSession, Make.closes(returns: market))
        series = [:]
        for ticker in Self.tickers where ticker != "NOPRICES" {
            series[ticker] = Self.stock(ticker, market: market, using: &random)
        }
        events = []
        while events.count < eventCount {
            let session = Self.firstSession + Int.random(in: 10..<Self.sessionCount - 5, using: &random)
            events += try Self.announcement(number: events.count, session: session, using: &random)
        }
        events.shuffle(using: &random)
        baseScores = [:]
        for input in events { baseScores[input.event.eventID] = Self.baseScore(using: &random) }
        outcomes = []
        for input in events { outcomes += makeOutcomes(of: input, using: &random) }
    }

    private static func marketReturns(using random: inout SeededRandom) -> [Double] {
        var volatility = 0.01
        return (1..<sessionCount).map { _ in
            volatility = min(max(volatility * (1 + 0.05 * random.normal()), 0.003), 0.04)
            return volatility * random.normal()
        }
    }

    private static func stock(
        _ ticker: String,
        market: [Double],
        using random: inout SeededRandom
    ) -> PriceSeries {
        let skipped = ticker == "EEE" ? 300 : 0
        let beta = Double.random(in: 0.3..<1.8, using: &random)
        let returns = market[skipped...].map { beta * $0 + 0.015 * random.normal() }
        var closes = Make.closes(returns: returns)
        for index in closes.indices where random.chance(0.004) { closes[index] = .nan }
        let volume = closes.map { _ in
            random.chance(0.01) ? Double.nan : Double.random(in: 1e5..<2e6, using: &random)
        }
        let first = firstSession + skipped
        let breaks = ticker == "BBB" ? [first + 700] : []
        return Make.series(ticker, first: first, closes, volume: volume, breaks: breaks)
    }

    /// One event, or two that are linked or alike.
    private static func announcement(
        number: Int,
        session: Int,
        using random: inout SeededRandom
    ) throws -> [EventInput] {
        let ticker = tickers.randomElement(using: &random) ?? "AAA"
        let first = try event(id: "e\(number)", ticker: ticker, session: session, using: &random)
        guard random.chance(0.4) else { return [first] }
        var second = first.event
        second.eventID = "e\(number)-twin"
        second.type = .sec8K
        second.items = random.chance(0.6) ? ["2.02", "9.01"] : ["5.02"]
        second.facts = EventFacts()
        second.isAmendment = random.chance(0.3)
        if random.chance(0.5) { second.relatedEventID = first.event.eventID }
        if second.timePrecision == .exact {
            let delay = [-300, 0, 0, 0, 300, 3600].randomElement(using: &random) ?? 0
            second.knownAt = second.knownAt.advanced(bySeconds: Int64(delay))
        }
        return [first, EventInput(event: second, sessions: try Make.sessions(of: second))]
    }

    private static func event(
        id: String,
        ticker: String,
        session: Int,
        using random: inout SeededRandom
    ) throws -> EventInput {
        let day = Make.calendar.day(ofSession: session).advanced(byDays: random.chance(0.05) ? 1 : 0)
        let exact = random.chance(0.75)
        let hours = [6, 7, 8, 9, 10, 12, 15, 16, 16, 17, 20]
        let hour = exact ? hours.randomElement(using: &random) ?? 8 : 0
        let minute = exact ? [0, 5, 30, 45].randomElement(using: &random) ?? 0 : 0
        let families: [EventFamily] =
            random.chance(0.4) ? [.sec8K] : random.chance(0.4) ? [.earnings] : EventFamily.allCases
        let family = families.randomElement(using: &random) ?? .sec8K
        let type = EventType.allCases.filter { $0.family == family }.randomElement(using: &random) ?? .sec8K
        let event = MarketEvent(
            eventID: id,
            ticker: ticker,
            tickerIsValid: random.chance(0.95),
            type: type,
            items: type == .sec8K ? items(using: &random) : [],
            occurredOn: day,
            knownAt: NewYork.instant(day: day, secondOfDay: hour * 3600 + minute * 60),
            timePrecision: exact ? .exact : .day,
            timeSource: exact ? .sgml : .none,
            title: id,
            source: "test",
            facts: type.family == .earnings ? facts(using: &random) : EventFacts(),
            isAmendment: random.chance(0.1)
        )
        return EventInput(event: event, sessions: try Make.sessions(of: event))
    }

    private static func items(using random: inout SeededRandom) -> [String] {
        let common = [["2.02", "9.01"], ["2.02", "9.01"], ["8.01"], ["5.02"], ["7.01", "9.01"], []]
        if random.chance(0.6) { return common.randomElement(using: &random) ?? [] }
        let all = [
            "1.01", "1.02", "1.03", "1.05", "2.01", "2.03", "2.04", "2.05", "2.06", "3.01", "3.02", "3.03",
            "4.01", "4.02", "5.01", "5.03", "5.07", "9.01", "2", "5", "7", "9", "12",
        ]
        return Set((0..<3).compactMap { _ in all.randomElement(using: &random) }).sorted()
    }

    static func facts(using random: inout SeededRandom) -> EventFacts {
        let estimate = Double.random(in: -0.5..<2, using: &random)
        let actual = random.chance(0.05) ? estimate : estimate + 0.2 * random.normal()
        if random.chance(0.1) { return EventFacts(surprisePercent: 10 * random.normal()) }
        return random.chance(0.05) ? EventFacts() : EventFacts(epsEstimate: estimate, epsActual: actual)
    }

    static func baseScore(using random: inout SeededRandom) -> BaseScoreInput? {
        guard random.chance(0.95) else { return nil }
        var points: [BaseFactor: Double] = [:]
        for factor in BaseFactor.allCases where random.chance(0.9) {
            points[factor] = Double.random(in: -10..<40, using: &random)
        }
        return BaseScoreInput(
            score: Double.random(in: 0..<100, using: &random),
            points: points,
            direction: [nil, -1, 0, 1].randomElement(using: &random) ?? nil,
            directionConfidence: random.chance(0.5) ? Double.random(in: 0..<1, using: &random) : nil
        )
    }

    private func makeOutcomes(of input: EventInput, using random: inout SeededRandom) -> [Outcome] {
        let base = input.sessions.baseSession
        return Horizon.allCases.compactMap { horizon in
            let outcome = input.sessions.outcomeSession(horizon)
            guard input.event.tickerIsValid, let stock = series[input.event.ticker] else { return nil }
            let stockReturn = stock.adjustedClose(at: outcome) / stock.adjustedClose(at: base) - 1
            let marketReturn = benchmark.adjustedClose(at: outcome) / benchmark.adjustedClose(at: base) - 1
            let abnormal = stockReturn - marketReturn
            guard !abnormal.isNaN else { return nil }
            return Outcome(
                eventID: input.event.eventID,
                ticker: input.event.ticker,
                type: input.event.type,
                horizon: horizon,
                benchmark: "SPY",
                baseSession: base,
                outcomeSession: outcome,
                stockReturn: stockReturn,
                benchmarkReturn: marketReturn,
                abnormalReturn: abnormal,
                direction: abs(abnormal) < 0.001 ? 0 : abnormal > 0 ? 1 : -1,
                realizedImpact: random.chance(0.9) ? Double.random(in: 0..<100, using: &random) : nil,
                priceVintage: random.next()
            )
        }
    }
}
