import Events
import Market
import Outcomes

/// Known outcomes of one horizon, summed at four levels and visible only as of a session.
struct OutcomeHistory: Sendable {
    private let all: AsOfTotals
    private let byGroup: AsOfTotals
    private let byTicker: AsOfTotals
    private let byTickerGroup: AsOfTotals

    /// - Parameters:
    ///   - records: outcomes of one horizon in any order.
    ///   - history: the history that the records' events are of.
    init(_ records: [OutcomeRecord], history: EventHistory) {
        let sorted = records.sorted { left, right in
            if left.knownAs != right.knownAs { return left.knownAs < right.knownAs }
            return history.events[left.event].event.eventID < history.events[right.event].event.eventID
        }
        all = AsOfTotals(sorted) { _ in 0 }
        byGroup = AsOfTotals(sorted) { $0.group }
        byTicker = AsOfTotals(sorted) { $0.ticker }
        byTickerGroup = AsOfTotals(sorted) { Self.key(ticker: $0.ticker, group: $0.group) }
    }

    /// What is known about an item group and a ticker as of an event's base session and instant.
    ///
    /// The ticker is named by its position among the history's timelines; nil for one without events.
    func past(group: ItemGroup, ticker: Int?, before event: AsOf) -> PastOutcomes {
        let own = ticker.map { byTicker.totals(of: $0, before: event) }
        let ownGroup = ticker.map {
            byTickerGroup.totals(of: Self.key(ticker: $0, group: group.index), before: event)
        }
        return PastOutcomes(
            all: all.totals(of: 0, before: event),
            group: byGroup.totals(of: group.index, before: event),
            ticker: own ?? .none,
            tickerGroup: ownGroup ?? .none
        )
    }

    private static func key(ticker: Int, group: Int) -> Int { ticker * ItemGroup.count + group }
}
