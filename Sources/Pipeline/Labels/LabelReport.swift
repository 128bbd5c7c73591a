public import Events
public import Market
public import Outcomes

/// What a labelling run did, by family and horizon.
public struct LabelReport: Sendable, Equatable {
    /// Counts of one family at one horizon.
    public struct Cell: Sendable, Equatable {
        /// Labels written for the first time.
        public var new = 0
        /// Labels whose value or closes changed; the former row was kept as a revision.
        public var revised = 0
        /// Labels that were there already and stay as they are.
        public var unchanged = 0
        /// Attempts without a label, by reason.
        public var skipped: [SkipReason: Int] = [:]
        /// Labels without a realized impact for want of history; they are among the labels.
        public var withoutImpact = 0
    }

    /// A family at a horizon.
    public struct Key: Hashable, Sendable, Comparable {
        /// The family.
        public let family: EventFamily
        /// The horizon.
        public let horizon: Horizon

        /// Creates a key.
        public init(family: EventFamily, horizon: Horizon) {
            self.family = family
            self.horizon = horizon
        }

        /// Keys are ordered by family, then horizon.
        public static func < (lhs: Key, rhs: Key) -> Bool {
            lhs.family == rhs.family ? lhs.horizon < rhs.horizon : lhs.family < rhs.family
        }
    }

    /// The counts.
    public var cells: [Key: Cell] = [:]
    /// Events that were looked at.
    public var events = 0
    /// Symbols that were looked at.
    public var tickers = 0
    /// Symbols whose labels were complete and whose inputs had not changed.
    public var tickersUpToDate = 0
    /// Rows written to the skip ledger, changed reasons included.
    public var skipsWritten = 0
    /// The last session whose close was taken as known.
    public var asOf: TradingDay
    /// Whether nothing was written by intent.
    public var dryRun: Bool

    /// Creates an empty report.
    public init(asOf: TradingDay, dryRun: Bool) {
        self.asOf = asOf
        self.dryRun = dryRun
    }

    /// Labels written, new and revised.
    public var labelsWritten: Int { cells.values.reduce(0) { $0 + $1.new + $1.revised } }

    /// Whether the run changed nothing.
    public var isNothingToDo: Bool { labelsWritten == 0 && skipsWritten == 0 }
}
