/// The parts of the backtesting page that have an address of their own.
enum BacktestingSection: String, CaseIterable, Sendable {
    /// Monitoring, and the backtesting tables below it.
    case overview
    /// Monitoring with every slot.
    case monitoring
    /// Accuracy by group, every group.
    case accuracy
    /// Returns around events, every group.
    case returns
    /// Events without an outcome, year by year.
    case coverage
    /// Single graded events.
    case events

    /// Its name in the list of parts.
    var name: String {
        switch self {
        case .overview: "Overview"
        case .monitoring: "ML Monitoring, all slots"
        case .accuracy: "Accuracy by group"
        case .returns: "Returns around events"
        case .coverage: "Coverage by year"
        case .events: "Graded events"
        }
    }
}
