/// Training: labelled rows and parameters in, a model value out.
public enum Booster {
    /// Trains a model; the same rows and parameters give the same bytes, whatever the number of threads.
    ///
    /// The call computes until it is done: run it off the cooperative thread pool. With validation rows the metric of
    /// the objective (mean absolute error, log loss, root mean squared error) is kept after each round; with
    /// `earlyStoppingRounds` as well, training ends after that many rounds without improvement, and the model
    /// predicts with the trees up to the best round only.
    ///
    /// `.absoluteError` does not use XGBoost's own loop: up to 1.7 that ignores the learning rate. See
    /// `MedianTraining`.
    ///
    /// - Throws: `BoostingError.labels` when labels do not suit the objective, `.columnMismatch` when the
    ///   validation rows have other columns, `.validationMissing`, or `.xgboost`.
    public static func train(
        _ training: LabelledRows,
        validation: LabelledRows? = nil,
        parameters: BoosterParameters
    ) throws(BoostingError) -> TrainedBooster {
        try training.check(for: parameters.objective)
        try validation?.check(for: parameters.objective)
        if let validation, validation.rows.columns != training.rows.columns {
            throw .columnMismatch(expected: training.rows.columns, found: validation.rows.columns)
        }
        if parameters.earlyStoppingRounds != nil, validation == nil { throw .validationMissing }
        return try OpenMPThreads.limited(to: parameters.threads) { () throws(BoostingError) in
            switch parameters.objective {
            case .absoluteError: try MedianTraining(training, validation, parameters).run()
            case .logistic, .squaredError: try gradientTraining(training, validation, parameters)
            }
        }
    }

    /// XGBoost's own loop, round by round.
    private static func gradientTraining(
        _ training: LabelledRows,
        _ validation: LabelledRows?,
        _ parameters: BoosterParameters
    ) throws(BoostingError) -> TrainedBooster {
        let matrix = try MatrixHandle.labelled(training, threads: parameters.threads)
        let booster = try BoosterHandle.untrained(for: matrix, parameters: parameters)
        var stopping = EarlyStopping(patience: parameters.earlyStoppingRounds)
        if let validation {
            let held = try MatrixHandle.labelled(validation, threads: parameters.threads)
            for round in 0..<parameters.rounds {
                try booster.update(round: round, on: matrix)
                if try stopping.record(booster.evaluate(round: round, on: held)) { break }
            }
        } else {
            for round in 0..<parameters.rounds { try booster.update(round: round, on: matrix) }
        }
        return try finish(booster, columns: training.rows.columns, stopping)
    }

    /// Puts names and the best round into the model, and turns it into a value.
    static func finish(
        _ booster: borrowing BoosterHandle,
        columns: [String],
        _ stopping: EarlyStopping
    ) throws(BoostingError) -> TrainedBooster {
        try booster.setColumns(columns)
        if stopping.patience != nil, let best = stopping.best {
            try booster.setAttribute(ModelAttribute.bestIteration, "\(best.iteration)")
            try booster.setAttribute(ModelAttribute.bestScore, "\(best.score)")
        }
        return try TrainedBooster(model: booster.save(.ubjson), history: stopping.history)
    }
}
