import Events
import Market
import Outcomes

/// All events that are known, grouped by company and put in the order in which they became known.
///
/// Events are numbered by their position in `events`. Another event counts as known before this one when it
/// was available strictly before this one's `knownAt`; an event of day precision is available from the last
/// second of its New York day. Building costs O(n log n), a question O(log n).
public struct EventHistory: Sendable {
    /// The events in the order given.
    public let events: [EventInput]
    /// When each event counts as known to others, in seconds since the epoch.
    let availableAt: [Int64]
    /// Item group of each event.
    let groups: [ItemGroup]
    /// One timeline per company, in no particular order.
    let timelines: [TickerTimeline]
    /// Position in `timelines` of each event's company.
    let timelineOfEvent: [Int]
    /// `availableAt` of all events, ascending.
    let marketTimes: [Int64]

    private let positions: [String: Int]
    private let timelineOfCompany: [Company: Int]
    /// Events that name another one as related, by the key that they name.
    private let naming: [String: [Int]]

    /// Groups and sorts events.
    ///
    /// - Parameter events: any events in any order; their keys are unique.
    public init(_ events: [EventInput]) {
        self.events = events
        let availableAt = events.map { Availability.seconds(of: $0.event) }
        let groups = events.map { ItemGroup(of: $0.event) }
        var positions: [String: Int] = [:]
        positions.reserveCapacity(events.count)
        var timelineOfCompany: [Company: Int] = [:]
        var timelineOfEvent: [Int] = []
        timelineOfEvent.reserveCapacity(events.count)
        var members: [[Int]] = []
        var naming: [String: [Int]] = [:]
        for (position, input) in events.enumerated() {
            let event = input.event
            let earlier = positions.updateValue(position, forKey: event.eventID)
            precondition(earlier == nil, "two events have the key \(event.eventID)")
            let company = Company(of: event)
            let timeline = timelineOfCompany[company, default: members.count]
            if timeline == members.count {
                timelineOfCompany[company] = timeline
                members.append([])
            }
            members[timeline].append(position)
            timelineOfEvent.append(timeline)
            if let related = event.relatedEventID { naming[related, default: []].append(position) }
        }
        self.availableAt = availableAt
        self.groups = groups
        self.timelineOfEvent = timelineOfEvent
        self.positions = positions
        self.timelineOfCompany = timelineOfCompany
        self.naming = naming
        marketTimes = availableAt.sorted()
        timelines = members.map {
            TickerTimeline(members: $0, events: events, availableAt: availableAt, groups: groups)
        }
    }

    /// The position of the event with a key; nil for an unknown key.
    public func position(of eventID: String) -> Int? {
        positions[eventID]
    }

    /// The timeline of an event's company; nil where the history has no event of it.
    func timeline(of event: MarketEvent) -> TickerTimeline? {
        timelinePosition(of: event).map { timelines[$0] }
    }

    /// The position in `timelines` of an event's company; nil where the history has no event of it.
    func timelinePosition(of event: MarketEvent) -> Int? {
        timelineOfCompany[Company(of: event)]
    }

    /// The first event about the same announcement that was known when this event was, by links in either
    /// direction.
    ///
    /// A linked event of the same instant counts as known.
    func linkedEvent(of event: MarketEvent) -> Int? {
        var candidates = naming[event.eventID] ?? []
        if let related = event.relatedEventID, let position = positions[related] {
            candidates.append(position)
        }
        let known = candidates.filter {
            availableAt[$0] <= event.knownAt.secondsSinceEpoch && events[$0].event.eventID != event.eventID
        }
        return known.min {
            (availableAt[$0], events[$0].event.eventID) < (availableAt[$1], events[$1].event.eventID)
        }
    }
}

/// Whose events belong together: those of one symbol, apart from those of another company that had the
/// symbol.
private struct Company: Hashable, Sendable {
    let ticker: String
    let tickerIsValid: Bool

    init(of event: MarketEvent) {
        ticker = event.ticker
        tickerIsValid = event.tickerIsValid
    }
}
