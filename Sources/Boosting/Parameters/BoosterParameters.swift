/// Everything that decides what a booster learns from given rows.
///
/// Values are checked when constructed and when decoded, so an instance is always usable. Trees are grown by
/// XGBoost's histogram method. The meaning of each parameter is XGBoost's.
public struct BoosterParameters: Hashable, Sendable {
    /// What is minimised, under XGBoost's own name.
    public enum Objective: String, Codable, Sendable, CaseIterable {
        /// Absolute error: predicts a median.
        case absoluteError = "reg:absoluteerror"
        /// Logistic loss: predicts a probability; labels in 0...1.
        case logistic = "binary:logistic"
        /// Squared error: predicts a mean.
        case squaredError = "reg:squarederror"
    }

    /// What is minimised.
    public let objective: Objective
    /// The prediction before the first tree, in units of the label: a probability for `.logistic`.
    public let baseScore: Double
    /// Largest number of splits from root to leaf, 1...12.
    public let depth: Int
    /// Factor on every leaf, above 0 and at most 1.
    public let learningRate: Double
    /// Number of trees, 1...10,000; early stopping may use fewer.
    public let rounds: Int
    /// Rounds without improvement on the validation rows after which training ends; nil never stops early.
    public let earlyStoppingRounds: Int?
    /// Share of the rows that each tree sees, above 0 and at most 1.
    public let subsample: Double
    /// Share of the columns that each tree sees, above 0 and at most 1.
    public let columnSample: Double
    /// Least sum of second derivatives in a leaf.
    ///
    /// For `.absoluteError` and `.squaredError` that is the number of rows (or their weight); for `.logistic` a
    /// row counts p(1-p), at most a quarter.
    public let minChildWeight: Double
    /// L2 penalty on leaves.
    ///
    /// For `.absoluteError` it shapes the splits only: the leaves are medians.
    public let lambda: Double
    /// Least improvement of the loss for a split, in units of the loss summed over rows.
    public let gamma: Double
    /// Number of histogram bins for a column, 2...4,096.
    public let maxBins: Int
    /// Seed of row and column sampling, 0...2,147,483,647.
    public let seed: Int
    /// Threads that XGBoost uses, 1...256; the result does not depend on it.
    public let threads: Int

    /// Checks and stores parameters.
    ///
    /// - Throws: `BoostingError.parameter` with the name, the value and the accepted range.
    public init(
        objective: Objective,
        baseScore: Double,
        depth: Int = 3,
        learningRate: Double = 0.05,
        rounds: Int = 200,
        earlyStoppingRounds: Int? = nil,
        subsample: Double = 0.8,
        columnSample: Double = 0.8,
        minChildWeight: Double = 5,
        lambda: Double = 1,
        gamma: Double = 0,
        maxBins: Int = 256,
        seed: Int = 0,
        threads: Int = 1
    ) throws(BoostingError) {
        try ParameterRange.baseScore(baseScore, objective)
        try ParameterRange.whole("depth", depth, 1...12)
        try ParameterRange.share("learningRate", learningRate)
        try ParameterRange.whole("rounds", rounds, 1...10_000)
        if let earlyStoppingRounds {
            try ParameterRange.whole("earlyStoppingRounds", earlyStoppingRounds, 1...10_000)
        }
        try ParameterRange.share("subsample", subsample)
        try ParameterRange.share("columnSample", columnSample)
        try ParameterRange.notNegative("minChildWeight", minChildWeight)
        try ParameterRange.notNegative("lambda", lambda)
        try ParameterRange.notNegative("gamma", gamma)
        try ParameterRange.whole("maxBins", maxBins, 2...4096)
        try ParameterRange.whole("seed", seed, 0...Int(Int32.max))
        try ParameterRange.whole("threads", threads, 1...256)
        self.objective = objective
        self.baseScore = baseScore
        self.depth = depth
        self.learningRate = learningRate
        self.rounds = rounds
        self.earlyStoppingRounds = earlyStoppingRounds
        self.subsample = subsample
        self.columnSample = columnSample
        self.minChildWeight = minChildWeight
        self.lambda = lambda
        self.gamma = gamma
        self.maxBins = maxBins
        self.seed = seed
        self.threads = threads
    }

    /// The same parameters with some replaced; nil keeps the value that is there.
    ///
    /// - Throws: `BoostingError.parameter` as the initialiser does.
    public func with(
        baseScore: Double? = nil,
        rounds: Int? = nil,
        seed: Int? = nil,
        threads: Int? = nil
    ) throws(BoostingError) -> BoosterParameters {
        try BoosterParameters(
            objective: objective,
            baseScore: baseScore ?? self.baseScore,
            depth: depth,
            learningRate: learningRate,
            rounds: rounds ?? self.rounds,
            earlyStoppingRounds: earlyStoppingRounds,
            subsample: subsample,
            columnSample: columnSample,
            minChildWeight: minChildWeight,
            lambda: lambda,
            gamma: gamma,
            maxBins: maxBins,
            seed: seed ?? self.seed,
            threads: threads ?? self.threads
        )
    }

    /// The same parameters without early stopping, for the given number of rounds.
    ///
    /// Serves the refit on all rows after the number of rounds was found on a validation slice.
    ///
    /// - Throws: `BoostingError.parameter` when `rounds` is out of range.
    public func refitting(rounds: Int) throws(BoostingError) -> BoosterParameters {
        try BoosterParameters(
            objective: objective,
            baseScore: baseScore,
            depth: depth,
            learningRate: learningRate,
            rounds: rounds,
            earlyStoppingRounds: nil,
            subsample: subsample,
            columnSample: columnSample,
            minChildWeight: minChildWeight,
            lambda: lambda,
            gamma: gamma,
            maxBins: maxBins,
            seed: seed,
            threads: threads
        )
    }
}

extension BoosterParameters: Codable {
    private enum CodingKeys: String, CodingKey {
        case objective
        case baseScore
        case depth
        case learningRate
        case rounds
        case earlyStoppingRounds
        case subsample
        case columnSample
        case minChildWeight
        case lambda
        case gamma
        case maxBins
        case seed
        case threads
    }

    /// Decodes parameters and checks them as the ordinary initialiser does.
    ///
    /// All keys but `earlyStoppingRounds` are required: a stored model's parameters never depend on defaults.
    ///
    /// - Throws: `DecodingError` for a missing key or a wrong type, `BoostingError.parameter` for a value out
    ///   of range.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            objective: box.decode(Objective.self, forKey: .objective),
            baseScore: box.decode(Double.self, forKey: .baseScore),
            depth: box.decode(Int.self, forKey: .depth),
            learningRate: box.decode(Double.self, forKey: .learningRate),
            rounds: box.decode(Int.self, forKey: .rounds),
            earlyStoppingRounds: box.decodeIfPresent(Int.self, forKey: .earlyStoppingRounds),
            subsample: box.decode(Double.self, forKey: .subsample),
            columnSample: box.decode(Double.self, forKey: .columnSample),
            minChildWeight: box.decode(Double.self, forKey: .minChildWeight),
            lambda: box.decode(Double.self, forKey: .lambda),
            gamma: box.decode(Double.self, forKey: .gamma),
            maxBins: box.decode(Int.self, forKey: .maxBins),
            seed: box.decode(Int.self, forKey: .seed),
            threads: box.decode(Int.self, forKey: .threads)
        )
    }
}
