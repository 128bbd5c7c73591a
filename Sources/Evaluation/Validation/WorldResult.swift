public import Models

/// What the engine made of one simulated world.
public struct WorldResult: Sendable, Hashable {
    /// What was true in the world.
    public var kind: WorldKind
    /// Number of the world within its run.
    public var number: Int
    /// Effect of the surprise, in units of the stock's daily volatility.
    public var effect: Double
    /// Labelled outcomes.
    public var outcomes: Int
    /// Slots whose gate let a head pass, sorted: slot and head, for example `earnings/1d direction`.
    public var promoted: [String]
    /// Heads that were judged.
    public var judged: Int
    /// Predictions outside their training part that have an 80 % range.
    public var ranges: Int
    /// Those whose range holds the abnormal return.
    public var covered: Int
    /// Intervals of direction accuracy that were stated; only where the truth is known to be one half.
    public var intervals: Int
    /// Those that hold one half.
    public var intervalsWithTruth: Int

    /// Creates a result.
    public init(
        kind: WorldKind,
        number: Int,
        effect: Double,
        outcomes: Int,
        promoted: [String],
        judged: Int,
        ranges: Int,
        covered: Int,
        intervals: Int,
        intervalsWithTruth: Int
    ) {
        self.kind = kind
        self.number = number
        self.effect = effect
        self.outcomes = outcomes
        self.promoted = promoted
        self.judged = judged
        self.ranges = ranges
        self.covered = covered
        self.intervals = intervals
        self.intervalsWithTruth = intervalsWithTruth
    }

    /// The name under which a passed head is kept.
    public static func name(_ cell: Cell, _ head: Head) -> String { "\(cell.key) \(head.rawValue)" }

    /// Whether a head passed that claims to know the direction.
    public var promotedDirection: Bool { promoted.contains { $0.hasSuffix(" \(Head.direction.rawValue)") } }
}
