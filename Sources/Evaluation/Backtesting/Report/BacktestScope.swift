public import Events
public import Market
import Models

/// Which predictions a part of the report is about: one family or all, one horizon or all.
public struct BacktestScope: Sendable, Hashable {
    /// The family; nil for all families.
    public let family: EventFamily?
    /// The horizon; nil for all horizons.
    public let horizon: Horizon?

    /// Creates a scope.
    public init(family: EventFamily? = nil, horizon: Horizon? = nil) {
        self.family = family
        self.horizon = horizon
    }

    /// The scope's name: `sec_8k/5d`, `all/5d`, `all/all`.
    public var name: String { "\(family?.rawValue ?? "all")/\(horizon?.code ?? "all")" }

    func holds(_ row: GradedPrediction) -> Bool {
        (family == nil || row.family == family) && (horizon == nil || row.cell.horizon == horizon)
    }
}
