import Events
import Market

/// Everything that the features of one event are computed from.
struct EventFacets: Sendable {
    /// The event and its sessions.
    let input: EventInput
    /// The event's item group.
    let group: ItemGroup
    /// What the rules say about it.
    let baseScore: BaseScoreInput?
    /// When it became known.
    let clock: EventClock
    /// What was known before it.
    let earlier: EarlierEvents
    /// Earnings surprises known with it and before it.
    let surprises: SurpriseFacets
    /// The stock at the base session.
    let prices: PriceFacts
    /// The benchmark at the base session.
    let benchmark: BenchmarkFacts

    /// The event.
    var event: MarketEvent { input.event }
}

extension Bool {
    /// 1 for true, 0 for false.
    var indicator: Double { self ? 1 : 0 }
}
