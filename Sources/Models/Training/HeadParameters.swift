import Boosting

/// The trees of one head: small and regularised, their number chosen on time-ordered slices.
public struct HeadParameters: Codable, Hashable, Sendable {
    /// Levels of a tree, 2...4 in this engine.
    public var depth: Int
    /// Share of each tree's answer that is added, 0.03...0.1 in this engine.
    public var learningRate: Double
    /// The most trees that are tried.
    public var maximumRounds: Int
    /// Trees where the data are too few for slices.
    public var fixedRounds: Int
    /// Share of the rows that each tree sees.
    public var rowShare: Double
    /// Share of the columns that each tree sees.
    public var columnShare: Double
    /// Rows that a leaf needs.
    public var minimumLeafRows: Double
    /// L2 penalty of leaf values, in rows.
    public var penalty: Double
    /// Buckets that a column is divided into.
    public var buckets: Int

    /// Creates parameters; the defaults are the engine's.
    public init(
        depth: Int = 3,
        learningRate: Double = 0.07,
        maximumRounds: Int = 150,
        fixedRounds: Int = 30,
        rowShare: Double = 0.7,
        columnShare: Double = 0.5,
        minimumLeafRows: Double = 10,
        penalty: Double = 5,
        buckets: Int = 64
    ) {
        self.depth = depth
        self.learningRate = learningRate
        self.maximumRounds = maximumRounds
        self.fixedRounds = fixedRounds
        self.rowShare = rowShare
        self.columnShare = columnShare
        self.minimumLeafRows = minimumLeafRows
        self.penalty = penalty
        self.buckets = buckets
    }

    /// XGBoost's parameters for a head.
    ///
    /// A logistic row weighs at most 1/4, so leaves are scaled to mean rows.
    func boosterParameters(
        head: Head,
        baseScore: Double,
        rounds: Int,
        seed: Int
    ) throws(BoostingError) -> BoosterParameters {
        let rowWeight = head == .direction ? 0.25 : 1
        return try BoosterParameters(
            objective: head == .direction ? .logistic : .absoluteError,
            baseScore: baseScore,
            depth: depth,
            learningRate: learningRate,
            rounds: rounds,
            subsample: rowShare,
            columnSample: columnShare,
            minChildWeight: minimumLeafRows * rowWeight,
            lambda: penalty * rowWeight,
            maxBins: buckets,
            seed: seed,
            threads: 1
        )
    }
}
