public import Events
public import Market
public import Models

/// Which accuracies are asked for.
public struct AccuracyQuery: Sendable, Hashable {
    /// What the predictions are divided by.
    public var groupBy: AccuracyGrouping
    /// Only this family; nil for all.
    public var family: EventFamily?
    /// Only this horizon; nil for all.
    public var horizon: Horizon?
    /// Only predictions that were made in this way.
    public var kind: SampleKind

    /// Creates a query.
    public init(
        groupBy: AccuracyGrouping,
        family: EventFamily? = nil,
        horizon: Horizon? = nil,
        kind: SampleKind = .walkForward
    ) {
        self.groupBy = groupBy
        self.family = family
        self.horizon = horizon
        self.kind = kind
    }

    /// The family and horizon.
    public var scope: BacktestScope { BacktestScope(family: family, horizon: horizon) }
}

/// Accuracy and error of graded predictions, group by group.
public struct AccuracyTable: Sendable, Equatable {
    /// What was asked.
    public let query: AccuracyQuery
    /// All groups together.
    public let overall: AccuracyGroup
    /// The groups in their natural order; none is left out.
    public let groups: [AccuracyGroup]

    /// Graded predictions below which a group gets no figure.
    public static let minimumEvents = 20
}

/// The graded predictions of one group.
public struct AccuracyGroup: Sendable, Equatable {
    /// The group's name, for example `sec_8k`, `5d`, `2019-Q3` or a symbol.
    public let key: String
    /// Graded predictions.
    public let n: Int
    /// Companies among them.
    public let companies: Int
    /// Event days among them.
    public let days: Int
    /// Share of sides that were right; nil below 20 of them.
    public let accuracy: Figure?
    /// Mean absolute error of predicted impact in points; nil below 20 ranked moves.
    public let impactError: Figure?

    /// Whether the group is too small for any figure.
    public var tooFew: Bool { accuracy == nil && impactError == nil }
}
