public import Evaluation
public import Events
public import Scores

/// Everything stored about one event that its explanation is made of.
public struct ExplanationFacts: Sendable, Equatable {
    /// The event.
    public var event: MarketEvent
    /// Its base score; nil where it was not scored yet.
    public var base: BaseFacts?
    /// Its current predictions; nil where none was made.
    public var predictions: PredictionSet?
    /// Its outcomes or why there are none, in any order; horizons never tried are absent.
    public var outcomes: [HorizonOutcome]
    /// Earlier events of the same kind, of the company and of all companies, in any order.
    public var histories: [KindHistory]
    /// Standing and figures of the slots that speak about the event, in any order.
    public var cells: [CellReport]

    /// Creates facts.
    public init(
        event: MarketEvent,
        base: BaseFacts?,
        predictions: PredictionSet?,
        outcomes: [HorizonOutcome],
        histories: [KindHistory],
        cells: [CellReport]
    ) {
        self.event = event
        self.base = base
        self.predictions = predictions
        self.outcomes = outcomes
        self.histories = histories
        self.cells = cells
    }
}
