/// Watches a metric that should fall, and says when it has not for too long.
struct EarlyStopping {
    /// Rounds without improvement that are tolerated; nil never stops.
    let patience: Int?
    private(set) var history: [Double] = []
    private(set) var best: (iteration: Int, score: Double)?

    init(patience: Int?) { self.patience = patience }

    /// Records the metric after a round, and returns whether training should end.
    ///
    /// Only a strictly smaller score counts as an improvement, so that ties choose fewer trees.
    mutating func record(_ score: Double) throws(BoostingError) -> Bool {
        let iteration = history.count
        guard score.isFinite else {
            throw .xgboost(call: "evaluation", message: "metric \(score) after round \(iteration)")
        }
        history.append(score)
        if let best, score >= best.score {
            return patience.map { iteration - best.iteration >= $0 } ?? false
        }
        best = (iteration, score)
        return false
    }
}
