import Boosting

/// A head trained on one training part.
struct TrainedHead: Sendable {
    /// What came of the training.
    let status: HeadStatus
    /// The trees; nil unless trained.
    let booster: TrainedBooster?
    /// The answer without trees: median impact 0...1, or share of up.
    let constant: Double
    /// The parameters that the slices preferred.
    let parameters: HeadParameters
    /// Trees grown, 0 for a constant head.
    let rounds: Int
    /// Rows trained on.
    let rowCount: Int
    /// Rows of the slices with the answers of trees that were not grown on them.
    let sliceRows: [Int]
    let sliceAnswers: [Float]
    /// Standard deviation of a direction head's log odds on its slices; nil where there were none.
    let spread: Double?

    /// Answers for the named rows of a matrix: impact 0...1, or raw probability of up.
    func answers(_ rows: DenseRows, _ indices: [Int]) throws(BoostingError) -> [Float] {
        guard let booster else { return Array(repeating: Float(constant), count: indices.count) }
        return try booster.predict(rows.selecting(indices))
    }
}
