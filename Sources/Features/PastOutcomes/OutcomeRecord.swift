import Events
import Market
import Outcomes

/// What past-outcome features take from one outcome.
struct OutcomeRecord: Sendable {
    /// Position of the event in the history.
    let event: Int
    /// Position of the event's ticker among the history's timelines.
    let ticker: Int
    /// Index of the event's item group.
    let group: Int
    /// The session whose close ended the outcome, and when its event became available.
    let knownAs: AsOf
    /// Realized impact, 0...100; NaN where there is none.
    let impact: Double
    /// -1, 0 or +1.
    let direction: Int
    /// Size of the abnormal return in units of the volatility expected over the horizon; NaN where unknown.
    let move: Double

    /// - Parameters:
    ///   - outcome: the outcome.
    ///   - event: its event's position in the history.
    ///   - history: the history.
    ///   - volatility: the stock's idiosyncratic volatility at the event's base session; NaN where unknown.
    init(_ outcome: Outcome, event: Int, history: EventHistory, volatility: Double) {
        self.event = event
        ticker = history.timelineOfEvent[event]
        group = history.groups[event].index
        knownAs = AsOf(session: Int32(outcome.outcomeSession), seconds: history.availableAt[event])
        impact = outcome.realizedImpact ?? .nan
        direction = outcome.direction
        let sameBase = outcome.baseSession == history.events[event].sessions.baseSession
        let expected = volatility * Double(outcome.horizon.sessions).squareRoot()
        move = sameBase ? Window.ratio(outcome.magnitude, expected) : .nan
    }
}
