import Events
import Features
import Market
import Outcomes
import Testing

/// Look-ups in sorted history against loops over every event and outcome of a random world.
@Suite
struct BruteForceTests {
    private let world: World
    private let rows: FeatureRows
    private let requests: [FeatureRequest]

    init() throws {
        world = try World(seed: 99)
        requests = world.events.flatMap { input in
            Horizon.allCases.map { FeatureRequest(eventID: input.event.eventID, horizon: $0) }
        }
        rows = try world.builder().rows(for: requests)
    }

    private func check(
        _ names: [String],
        tolerance: Double = 0,
        _ expected: (EventInput, Horizon) -> [Double]
    ) throws {
        let columns = try names.map { try #require(FeatureSet.current.index(of: $0), "no feature \($0)") }
        for (row, request) in requests.enumerated() {
            let values = expected(world.events[row / Horizon.allCases.count], request.horizon)
            for (position, column) in columns.enumerated() {
                let cell = rows.matrix.values[row * rows.matrix.columnCount + column]
                let value = Float(values[position])
                let agree =
                    cell.isNaN || value.isNaN
                    ? cell.isNaN && value.isNaN : Double(abs(cell - value)) <= tolerance * Double(abs(value))
                #expect(agree, "\(names[position]) of \(request.eventID) is \(cell), a loop finds \(value)")
            }
        }
    }

    // MARK: Events

    /// Whether two events are of one company.
    private func alike(_ left: EventInput, _ right: EventInput) -> Bool {
        left.event.ticker == right.event.ticker && left.event.tickerIsValid == right.event.tickerIsValid
    }

    /// The linked event that was known first, if one was known.
    private func linked(_ input: EventInput) -> EventInput? {
        world.events.filter { other in
            (other.event.relatedEventID == input.event.eventID
                || input.event.relatedEventID == other.event.eventID)
                && World.available(other.event) <= input.event.knownAt
        }.min {
            (World.available($0.event), $0.event.eventID) < (World.available($1.event), $1.event.eventID)
        }
    }

    /// Events of the company known strictly before, without the linked one, in the order in which they became
    /// known.
    private func earlier(_ input: EventInput) -> [EventInput] {
        let link = linked(input)?.event.eventID
        return world.events.filter {
            alike($0, input) && World.available($0.event) < input.event.knownAt && $0.event.eventID != link
        }.sorted {
            (World.available($0.event), $0.event.eventID) < (World.available($1.event), $1.event.eventID)
        }
    }

    @Test
    func surroundings() throws {
        let names = [
            "sessions_since_last_event", "events_30d", "events_90d", "sessions_since_results",
            "results_within_5_sessions", "market_events_that_day", "market_events_since_base",
        ]
        try check(names) { input, _ in
            let earlier = earlier(input)
            let now = input.event.knownAt
            func since(_ other: EventInput?) -> Double {
                guard let other else { return .nan }
                return Double(input.sessions.reactionSession - other.sessions.reactionSession)
            }
            func within(days: Int64) -> Double {
                let start = now.advanced(bySeconds: -days * 86_400)
                return Double(earlier.filter { World.available($0.event) >= start }.count)
            }
            func market(from start: UTCInstant) -> Double {
                Double(
                    world.events.filter {
                        let time = World.available($0.event)
                        return time >= start && time < now
                    }.count
                )
            }
            let results = earlier.last {
                $0.event.family == .earnings || !Set($0.event.items).isDisjoint(with: ["2.02", "12"])
            }
            let midnight = NewYork.instant(day: NewYork.wallClock(of: now).day, secondOfDay: 0)
            let close = Make.calendar.closesAt(session: input.sessions.baseSession)
            return [
                since(earlier.last), within(days: 30), within(days: 90), since(results),
                since(results) <= 5 ? 1 : 0,
                input.event.timePrecision == .exact ? market(from: midnight) : .nan, market(from: close),
            ]
        }
    }

    @Test
    func surprisesBefore() throws {
        try check(["past_surprises", "surprise_streak"]) { input, _ in
            let signs = earlier(input).filter { $0.event.family == .earnings }.compactMap { other -> Int? in
                let facts = other.event.facts
                if let estimate = facts.epsEstimate, let actual = facts.epsActual {
                    return actual == estimate ? 0 : actual > estimate ? 1 : -1
                }
                return facts.surprisePercent.map { $0 == 0 ? 0 : $0 > 0 ? 1 : -1 }
            }
            guard let last = signs.last else { return [0, .nan] }
            let run = signs.reversed().prefix { $0 == last }.count
            return [Double(signs.count), Double(run * last)]
        }
    }

    // MARK: Outcomes

    @Test
    func pastOutcomes() throws {
        let events = Dictionary(uniqueKeysWithValues: world.events.map { ($0.event.eventID, $0) })
        let names = ["past_impact", "past_up_share"].flatMap { name in
            ["group", "ticker", "ticker_group"].map { "\(name)_\($0)" }
        }
        let counts = ["past_outcomes_group", "past_outcomes_ticker", "past_outcomes_ticker_group"]
        try check(names + counts, tolerance: 1e-6) { input, horizon in
            let known = world.outcomes.filter { outcome in
                guard outcome.horizon == horizon, let other = events[outcome.eventID] else { return false }
                return outcome.outcomeSession <= input.sessions.baseSession
                    && World.available(other.event) < input.event.knownAt
            }
            let group = known.filter { outcome in
                events[outcome.eventID].map { ItemGroup(of: $0.event) } == ItemGroup(of: input.event)
            }
            func ofTicker(_ outcomes: [Outcome]) -> [Outcome] {
                outcomes.filter { outcome in events[outcome.eventID].map { alike($0, input) } ?? false }
            }
            let levels = [group, ofTicker(known), ofTicker(group)]
            func shrunk(_ value: (Outcome) -> Double?) -> [Double] {
                let all = known.compactMap(value)
                let overall = all.reduce(0, +) / Double(all.count)
                func mean(_ outcomes: [Outcome], towards parent: Double) -> Double {
                    let values = outcomes.compactMap(value)
                    return (values.reduce(0, +) + 20 * parent) / (Double(values.count) + 20)
                }
                let ofGroup = mean(group, towards: overall)
                return [ofGroup, mean(levels[1], towards: overall), mean(levels[2], towards: ofGroup)]
            }
            return shrunk(\.realizedImpact)
                + shrunk { $0.direction == 0 ? nil : $0.direction > 0 ? 1 : 0 }
                + levels.map { Double($0.count) }
        }
    }
}
