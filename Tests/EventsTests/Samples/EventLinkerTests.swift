import Events
import Market
import Testing

@Suite
struct EventLinkerTests {
    private func filing(
        _ id: String,
        _ on: String,
        at: String? = nil,
        items: [String] = ["2.02"],
        ticker: String = "NWI"
    )
        throws -> MarketEvent
    {
        try event(id, .sec8K, on, at: at, items: items, ticker: ticker)
    }

    private func release(
        _ id: String,
        _ on: String,
        at: String? = nil,
        ticker: String = "NWI"
    ) throws -> MarketEvent {
        try event(id, .earningsRelease, on, at: at, items: [], ticker: ticker)
    }

    private func event(
        _ id: String,
        _ type: EventType,
        _ on: String,
        at: String?,
        items: [String],
        ticker: String
    ) throws -> MarketEvent {
        let occurredOn = try day(on)
        return MarketEvent(
            eventID: id,
            ticker: ticker,
            type: type,
            items: items,
            occurredOn: occurredOn,
            knownAt: try at.map { try instant($0) } ?? NewYork.instant(day: occurredOn, secondOfDay: 0),
            timePrecision: at == nil ? .day : .exact,
            timeSource: at == nil ? .none : .file,
            title: id,
            source: "test"
        )
    }

    @Test
    func linksBothWaysAndHandsOnTheTime() throws {
        let linked = EventLinker.link([
            try filing("f", "2024-02-01"), try release("r", "2024-02-01", at: "2024-02-01T21:00:00Z"),
        ])
        #expect(linked.pairs == 1 && linked.timed == 1)
        #expect(linked.events.map(\.relatedEventID) == ["r", "f"])
        #expect(linked.events[0].knownAt == (try instant("2024-02-01T21:00:00Z")))
        #expect(linked.events[0].timePrecision == .exact && linked.events[0].timeSource == .linked)
        #expect(linked.events[1].timeSource == .file)
    }

    @Test
    func handsTheFilingsTimeToARelease() throws {
        let linked = EventLinker.link([
            try filing("f", "2024-02-02", at: "2024-02-02T01:30:00Z"), try release("r", "2024-02-01"),
        ])
        #expect(linked.pairs == 1, "20:30 in New York is still 1 February")
        #expect(linked.events[1].knownAt == (try instant("2024-02-02T01:30:00Z")))
        #expect(linked.events[1].timeSource == .linked)
    }

    @Test
    func leavesTwoTimesAndTwoDaysAsTheyAre() throws {
        let times = EventLinker.link([
            try filing("f", "2024-02-01", at: "2024-02-01T21:05:00Z"),
            try release("r", "2024-02-01", at: "2024-02-01T21:00:00Z"),
        ])
        #expect(times.pairs == 1 && times.timed == 0 && times.events[0].timeSource == .file)
        let days = EventLinker.link([try filing("f", "2024-02-01"), try release("r", "2024-02-01")])
        #expect(days.pairs == 1 && days.timed == 0 && days.events.allSatisfy { $0.timePrecision == .day })
    }

    @Test
    func linksNothingElse() throws {
        var amendment = try filing("f", "2024-02-01")
        amendment.isAmendment = true
        for other in [
            amendment, try filing("f", "2024-02-02"), try filing("f", "2024-02-01", ticker: "SWC"),
            try filing("f", "2024-02-01", items: ["8.01"]),
        ] {
            let events = [other, try release("r", "2024-02-01", at: "2024-02-01T21:00:00Z")]
            #expect(EventLinker.link(events) == LinkedEvents(events: events, pairs: 0, timed: 0))
        }
    }

    @Test
    func takesOneOfSeveralWhateverTheirOrder() throws {
        let events = [
            try filing("late", "2024-02-01", at: "2024-02-01T22:00:00Z"), try filing("day", "2024-02-01"),
            try filing("early", "2024-02-01", at: "2024-02-01T21:00:00Z"), try release("r", "2024-02-01"),
        ]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]] {
            let linked = EventLinker.link(order.map { events[$0] })
            #expect(linked.events.first { $0.eventID == "r" }?.relatedEventID == "early")
            #expect(linked.events.count { $0.relatedEventID != nil } == 2)
        }
    }

    @Test
    func changesNothingTheSecondTime() throws {
        let first = EventLinker.link([
            try filing("f", "2024-02-01"), try release("r", "2024-02-01", at: "2024-02-01T21:00:00Z"),
            try filing("g", "2024-02-01"), try filing("h", "2024-02-01", at: "2024-02-01T12:00:00Z"),
        ])
        let second = EventLinker.link(first.events)
        #expect(second.events == first.events && second.pairs == first.pairs && second.timed == 0)
    }
}
