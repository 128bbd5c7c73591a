import Events
import Features
import Market
import Outcomes
import Testing

/// What must not matter to a row.
@Suite
struct InvarianceTests {
    private let world: World
    private let requests: [FeatureRequest]

    init() throws {
        world = try World(seed: 7)
        requests = world.events.flatMap { input in
            Horizon.allCases.map { FeatureRequest(eventID: input.event.eventID, horizon: $0) }
        }
    }

    @Test
    func orderOfInputsDoesNotMatter() throws {
        let expected = try world.builder().rows(for: requests)
        for seed in 1...3 {
            var random = SeededRandom(seed: UInt64(seed))
            var shuffled = world
            shuffled.events.shuffle(using: &random)
            shuffled.outcomes.shuffle(using: &random)
            let order = requests.indices.shuffled(using: &random)
            let rows = try shuffled.builder().rows(for: order.map { requests[$0] })
            for (row, original) in order.enumerated() {
                #expect(rows.matrix.fingerprint(ofRow: row) == expected.matrix.fingerprint(ofRow: original))
                #expect(rows.contexts[row] == expected.contexts[original])
            }
        }
    }

    @Test
    func namesOfTickersDoNotMatter() throws {
        func renamed(_ ticker: String) -> String { "X" + String(ticker.reversed()) + "1" }
        var other = world
        other.events = world.events.map { input in
            var event = input.event
            event.ticker = renamed(event.ticker)
            return EventInput(event: event, sessions: input.sessions)
        }
        other.outcomes = world.outcomes.map { outcome in
            var changed = outcome
            changed.ticker = renamed(outcome.ticker)
            return changed
        }
        other.series = [:]
        for (ticker, closes) in world.series { other.series[renamed(ticker)] = closes }
        let expected = try world.builder().rows(for: requests).matrix
        let rows = try other.builder().rows(for: requests).matrix
        for row in 0..<rows.rowCount {
            #expect(rows.fingerprint(ofRow: row) == expected.fingerprint(ofRow: row))
        }
    }

    @Test
    func levelOfPricesMattersOnlyToEarningsPerShare() throws {
        var other = world
        for (ticker, closes) in world.series {
            other.series[ticker] = PriceSeries(
                ticker: ticker,
                firstSession: closes.firstSession,
                adjusted: closes.adjusted.map { $0 * 4 },
                close: closes.close.map { $0 * 4 },
                volume: closes.volume,
                quarantine: closes.quarantine,
                breaks: closes.breaks
            )
        }
        let expected = try world.builder().rows(for: requests).matrix
        let rows = try other.builder().rows(for: requests).matrix
        var differing: Set<String> = []
        for (position, pair) in zip(rows.values, expected.values).enumerated()
        where pair.0.bitPattern != pair.1.bitPattern {
            differing.insert(rows.names[position % rows.names.count])
        }
        #expect(differing == ["surprise_to_price", "linked_surprise_to_price"])
    }

    @Test
    func freshEventGetsTheRowOfTheHistory() throws {
        let builder = world.builder()
        for input in world.events.prefix(60) {
            let known = try builder.rows(
                for: Horizon.allCases.map { FeatureRequest(eventID: input.event.eventID, horizon: $0) }
            )
            let fresh = builder.rows(
                for: input,
                baseScore: world.baseScores[input.event.eventID],
                horizons: Horizon.allCases
            )
            #expect(known.contexts == fresh.contexts)
            for row in 0..<fresh.matrix.rowCount {
                #expect(known.matrix.fingerprint(ofRow: row) == fresh.matrix.fingerprint(ofRow: row))
            }
            // The same event, before it came into the history: only past events count, so nothing changes.
            var without = world
            without.events.removeAll { $0.event.eventID == input.event.eventID }
            let unknown = without.builder().rows(
                for: input,
                baseScore: world.baseScores[input.event.eventID],
                horizons: Horizon.allCases
            )
            for row in 0..<unknown.matrix.rowCount {
                #expect(known.matrix.fingerprint(ofRow: row) == unknown.matrix.fingerprint(ofRow: row))
            }
        }
    }

    @Test
    func unknownEventIsNamed() {
        let error = #expect(throws: FeatureError.self) {
            try world.builder().rows(for: [FeatureRequest(eventID: "nowhere", horizon: .oneDay)])
        }
        #expect(error?.description.contains("\"nowhere\"") == true)
    }
}
