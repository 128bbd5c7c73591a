/// Everything measured about a model when it was trained, as it is stored with it.
public struct ModelEvaluation: Codable, Hashable, Sendable {
    /// The gate's decision.
    public let decision: GateDecision
    /// What came of training each head for use.
    public let magnitudeStatus: HeadStatus
    /// What came of training each head for use.
    public let directionStatus: HeadStatus
    /// Figures of the walk-forward; nil without a fold.
    public let walkForward: SampleFigures?
    /// Figures of the lock-box, which no choice looked at; nil without one.
    ///
    /// They belong to the procedure: the model put to use is grown on all rows with the same number of trees.
    public let lockBox: SampleFigures?
    /// What each fold trained on and predicted.
    public let folds: [FoldFigures]
    /// What the canaries did.
    public let canaries: [CanaryResult]
    /// Slots among which Holm's correction was made.
    public let comparisons: Int
}

/// Sizes of one fold.
public struct FoldFigures: Codable, Hashable, Sendable {
    /// How its predictions count.
    public let kind: SampleKind
    /// Number of the fold.
    public let index: Int
    /// Rows trained on.
    public let trainingRows: Int
    /// Rows predicted.
    public let testRows: Int
    /// Earlier rows dropped by purge, embargo or filing group.
    public let purged: Int
    /// First reaction session of the test block.
    public let testStartSession: Int
    /// Trees of the magnitude head.
    public let magnitudeRounds: Int
    /// Trees of the direction head.
    public let directionRounds: Int
}

/// Plain figures of one kind of out-of-sample predictions; intervals are the evaluation's.
public struct SampleFigures: Codable, Hashable, Sendable {
    /// Predicted events.
    public let events: Int
    /// Companies among them.
    public let companies: Int
    /// Event days among them.
    public let days: Int
    /// Events with a realized impact.
    public let impactEvents: Int
    /// Mean absolute error of predicted impact, points; nil without such events.
    public let impactError: Double?
    /// The same of the base score.
    public let baseScoreError: Double?
    /// The same of the item group's median.
    public let itemGroupError: Double?
    /// Events outside the neutral band with a probability.
    public let directionEvents: Int
    /// Share whose side of 1/2 was right, 0...1.
    public let directionAccuracy: Double?
    /// Share that the training part's majority class gets right.
    public let majorityAccuracy: Double?
    /// Brier score of the calibrated probability.
    public let brier: Double?
    /// Brier score of the training part's base rate.
    public let baseRateBrier: Double?
    /// Events with an 80 % range.
    public let intervalEvents: Int
    /// Share of those whose abnormal return lay in the range, 0...1.
    public let intervalCoverage: Double?
    /// Mean width of the range, a fraction.
    public let intervalWidth: Double?
}

extension SampleFigures {
    /// The figures of predictions with their rows; nil where there are none.
    init?(_ samples: [(prediction: OutOfSamplePrediction, row: TrainingRow)]) {
        guard !samples.isEmpty else { return nil }
        events = samples.count
        companies = Set(samples.map(\.row.ticker)).count
        days = Set(samples.map(\.row.reactionSession)).count

        let impacts = samples.compactMap { sample in sample.row.realizedImpact.map { (sample.prediction, $0) }
        }
        impactEvents = impacts.count
        impactError = Self.mean(impacts.map { ($0.predictedImpact - $1).magnitude })
        baseScoreError = Self.mean(impacts.map { ($0.baselines.baseScore - $1).magnitude })
        itemGroupError = Self.mean(impacts.map { ($0.baselines.itemGroupMedian - $1).magnitude })

        let directions = samples.compactMap { sample -> (p: Double, baselines: EventBaselines, isUp: Bool)? in
            guard sample.row.direction != 0, let p = sample.prediction.probabilityUp else { return nil }
            return (p, sample.prediction.baselines, sample.row.abnormalReturn > 0)
        }
        directionEvents = directions.count
        directionAccuracy = Self.mean(directions.map { ($0.p >= 0.5) == $0.isUp ? 1 : 0 })
        majorityAccuracy = Self.mean(directions.map { $0.baselines.majorityUp == $0.isUp ? 1 : 0 })
        brier = Self.mean(directions.map { Self.squaredError($0.p, $0.isUp) })
        baseRateBrier = Self.mean(directions.map { Self.squaredError($0.baselines.upRate, $0.isUp) })

        let ranges = samples.compactMap { sample in
            sample.prediction.interval80.map { ($0, sample.row.abnormalReturn) }
        }
        intervalEvents = ranges.count
        intervalCoverage = Self.mean(ranges.map { $0.contains($1) ? 1 : 0 })
        intervalWidth = Self.mean(ranges.map { range, _ in range.width })
    }

    private static func squaredError(_ probability: Double, _ isUp: Bool) -> Double {
        let error = probability - (isUp ? 1 : 0)
        return error * error
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
