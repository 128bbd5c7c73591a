import Events
import Market
import Outcomes

/// The features of one event that all its horizons share.
struct EventCells {
    /// Values of the event's features in column order.
    let values: [Float]
    /// What later rooms need to know.
    let context: RowContext
    /// The event's item group.
    let group: ItemGroup
    /// Position of the event's company among the history's timelines; nil for one without events.
    let company: Int?
    /// The event's base session and instant.
    let asOf: AsOf

    init(_ facets: EventFacets, company: Int?) {
        values = EventFeatures.values.map { Feature<EventFacets>.cell($0(facets)) }
        group = facets.group
        self.company = company
        asOf = AsOf(
            session: Int32(facets.input.sessions.baseSession),
            seconds: facets.event.knownAt.secondsSinceEpoch
        )
        let volatility = facets.prices.idiosyncraticVolatility
        let quantile = facets.benchmark.volatilityQuantile
        context = RowContext(
            idiosyncraticVolatility: volatility.isNaN ? nil : volatility,
            phase: facets.clock.phase,
            marketVolatilityQuantile: quantile.isNaN ? nil : quantile,
            resultsWithinFiveSessions: facets.earlier.resultsWithinFiveSessions
        )
    }
}

/// Rows in the making.
struct RowCollector {
    private(set) var values: [Float] = []
    private(set) var contexts: [RowContext] = []

    init(capacity: Int) {
        values.reserveCapacity(capacity * FeatureSet.current.count)
        contexts.reserveCapacity(capacity)
    }

    mutating func append(_ cells: EventCells, past: PastOutcomes) {
        values.append(contentsOf: cells.values)
        for value in HorizonFeatures.values { values.append(Feature<PastOutcomes>.cell(value(past))) }
        contexts.append(cells.context)
    }
}
