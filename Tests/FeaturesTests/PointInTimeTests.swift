import Events
import Features
import Market
import Outcomes
import Testing

/// The future must leave no trace in a row.
///
/// `futureLeavesNoTrace` is the guard; the other two show that it can fail: the world moves every feature,
/// and every feature that is looked up as if it were one session (for events, ten days) later does change
/// with the future. Seen red with each of these put in: base session + 1 for the stock, the benchmark, the
/// outcomes or the context; the rolling high, the volume or the volatility window one element ahead; `<=` for
/// `<` among the ticker's events, its results or the market's; duplicates over the whole day; day precision
/// known from midnight; a link without its time check; means over all outcomes; an outcome of the base
/// session whose event came later.
@Suite
struct PointInTimeTests {
    private static let seed: UInt64 = 20_240_117

    /// Some events of a world, of every kind that it holds.
    private static func sample(_ world: World, count: Int) -> [EventInput] {
        Array(world.events.sorted { $0.event.eventID < $1.event.eventID }.prefix(count))
    }

    @Test(arguments: FutureChange.allCases)
    func futureLeavesNoTrace(change: FutureChange) throws {
        let world = try World(seed: Self.seed)
        let builder = world.builder()
        let contexts = EventContextBuilder(calendar: Make.calendar, benchmark: world.benchmark)
        for (number, input) in Self.sample(world, count: 120).enumerated() {
            let other = try world.withFuture(change, after: input, seed: UInt64(number))
            let before = try builder.rows(for: Self.requests(input))
            let after = try other.rows(of: input)
            #expect(
                Self.differences(before, after) == [],
                "event \(input.event.eventID) at \(input.event.knownAt) \(input.event.timePrecision)"
            )
            #expect(before.contexts == after.contexts, "event \(input.event.eventID)")
            let otherContexts = EventContextBuilder(calendar: Make.calendar, benchmark: other.benchmark)
            #expect(
                contexts.context(of: input, in: world.history)
                    == otherContexts.context(of: input, in: other.history),
                "event \(input.event.eventID)"
            )
        }
    }

    @Test
    func worldMovesEveryFeature() throws {
        let world = try World(seed: Self.seed)
        let rows = try world.builder().rows(for: world.events.flatMap(Self.requests))
        for (column, name) in rows.matrix.names.enumerated() {
            let values = Set(
                (0..<rows.matrix.rowCount).map { rows.matrix.row($0).dropFirst(column).first ?? .nan }
            )
            #expect(
                values.filter { !$0.isNaN }.count >= 2,
                "\(name) never changes, so the guard guards nothing"
            )
        }
    }

    @Test
    func everyFeatureThatPeeksIsCaught() throws {
        let world = try World(seed: Self.seed)
        let builder = world.builder()
        var caught: Set<String> = []
        for (number, input) in Self.sample(world, count: 250).enumerated() {
            let other = try world.withFuture(.scramble, after: input, seed: UInt64(number)).builder()
            for peeking in try Self.peeking(input) {
                let score = world.baseScores[input.event.eventID]
                let before = builder.rows(for: peeking, baseScore: score, horizons: Horizon.allCases)
                let after = other.rows(for: peeking, baseScore: score, horizons: Horizon.allCases)
                caught.formUnion(Self.differences(before, after))
            }
        }
        let guarded = FeatureSet.current.definitions.filter { $0.availability != .event }.map(\.name)
        #expect(guarded.filter { !caught.contains($0) } == [])
    }

    // MARK: Parts

    private static func requests(_ input: EventInput) -> [FeatureRequest] {
        Horizon.allCases.map { FeatureRequest(eventID: input.event.eventID, horizon: $0) }
    }

    /// The event as code would see it that looks one session, or ten days, too far.
    private static func peeking(_ input: EventInput) throws -> [EventInput] {
        var later = input.event
        later.knownAt = later.knownAt.advanced(bySeconds: 864_000)
        later.timePrecision = .exact
        let next = EventSessions(reactionSession: input.sessions.reactionSession + 1)
        return [
            EventInput(event: input.event, sessions: next),
            EventInput(event: later, sessions: input.sessions),
        ]
    }

    /// Names of the features whose bits differ in any row.
    private static func differences(_ left: FeatureRows, _ right: FeatureRows) -> [String] {
        let names = left.matrix.names
        var differing: Set<String> = []
        for (position, pair) in zip(left.matrix.values, right.matrix.values).enumerated()
        where pair.0.bitPattern != pair.1.bitPattern {
            differing.insert(names[position % names.count])
        }
        return names.filter(differing.contains)
    }
}
