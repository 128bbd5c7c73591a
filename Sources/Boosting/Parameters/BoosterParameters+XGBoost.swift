extension BoosterParameters {
    /// XGBoost's own names and texts of these parameters, in the order in which they are set.
    ///
    /// Numbers are written in single precision, which is what XGBoost keeps.
    var settings: [(name: String, value: String)] {
        [
            ("verbosity", "0"),
            ("nthread", "\(threads)"),
            ("seed", "\(seed)"),
            ("tree_method", "hist"),
            ("objective", objective.rawValue),
            ("eval_metric", objective.metric),
            ("base_score", "\(Float(baseScore))"),
            ("max_depth", "\(depth)"),
            ("eta", "\(Float(learningRate))"),
            ("subsample", "\(Float(subsample))"),
            ("colsample_bytree", "\(Float(columnSample))"),
            ("min_child_weight", "\(Float(minChildWeight))"),
            ("lambda", "\(Float(lambda))"),
            ("gamma", "\(Float(gamma))"),
            ("max_bin", "\(maxBins)"),
        ]
    }
}

extension BoosterParameters.Objective {
    /// XGBoost's name of the metric that early stopping watches; smaller is better.
    var metric: String {
        switch self {
        case .absoluteError: "mae"
        case .logistic: "logloss"
        case .squaredError: "rmse"
        }
    }
}
