import Boosting

/// Trains one head on one training part and nothing else.
///
/// The part's last rows by time are slices, each purged like any test block. For each candidate set of parameters, trees are
/// grown before each slice and their loss on it is followed tree by tree. The candidate and the number of trees with the
/// lowest mean loss over all slices are then grown again on the whole part. Where no number of trees beats the
/// constant answer, the head is constant.
struct HeadTrainer: Sendable {
    let data: HeadData
    let rows: [TrainingRow]
    let configuration: TrainingConfiguration

    /// What the slices said about one candidate.
    private struct Trial {
        let parameters: HeadParameters
        let rounds: Int
        let loss: Double
    }

    /// Trains on the part.
    ///
    /// The slices' answers are kept where they are asked for, and for the direction head always: they tell its spread.
    func train(on part: [Int], keepsSliceAnswers: Bool = false) throws(BoostingError) -> TrainedHead {
        let usable = part.filter { data.usable[$0] }
        guard usable.count >= configuration.policy.minimumTrainingRows, hasTwoLabels(usable) else {
            return constantHead(.tooFewRows, usable)
        }
        let slices = slices(of: usable)
        guard !slices.isEmpty else {
            return try grow(usable, Trial(parameters: first, rounds: first.fixedRounds, loss: 0), slices: [])
        }
        var best: Trial?
        for candidate in configuration.candidates(for: data.head) {
            let trial = try tryOut(candidate, slices)
            if best.map({ trial.loss < $0.loss }) ?? true { best = trial }
        }
        let kept = keepsSliceAnswers || data.head == .direction ? slices : []
        guard let best, best.loss < constantLoss(on: slices) else {
            return constantHead(.constant, usable, slices: kept)
        }
        return try grow(usable, best, slices: kept)
    }

    /// Grows the trees of an earlier choice on other rows: for the model that is put to use.
    func retrain(_ head: TrainedHead, on part: [Int]) throws(BoostingError) -> TrainedHead {
        let usable = part.filter { data.usable[$0] }
        guard head.status == .trained else { return constantHead(head.status, usable) }
        return try grow(
            usable,
            Trial(parameters: head.parameters, rounds: head.rounds, loss: 0),
            slices: data.head == .direction ? slices(of: usable) : []
        )
    }
}

// MARK: - Slices

extension HeadTrainer {
    private var first: HeadParameters {
        configuration.candidates(for: data.head).first ?? HeadParameters()
    }

    /// The usual slices, or one double slice where they would be too small.
    private func slices(of usable: [Int]) -> [TimeSplit] {
        for (count, share) in [(configuration.slices, 1.0), (1, 2.0)] {
            let slices = TimeSplit.slices(
                rows: rows,
                candidates: usable,
                share: configuration.sliceShare * share,
                count: count,
                minimumRows: configuration.minimumSliceRows,
                policy: configuration.policy
            ).filter { hasTwoLabels($0.training) }
            if slices.count == count { return slices }
        }
        return []
    }

    private func tryOut(_ candidate: HeadParameters, _ slices: [TimeSplit]) throws(BoostingError) -> Trial {
        var sums = [Double](repeating: 0, count: candidate.maximumRounds)
        var total = 0.0
        for slice in slices {
            let booster = try Booster.train(
                try data.labelled(slice.training),
                validation: try data.labelled(slice.test),
                parameters: try parameters(candidate, rounds: candidate.maximumRounds, on: slice.training)
            )
            let weight = Double(slice.test.count)
            total += weight
            for (round, loss) in booster.validationHistory.enumerated() { sums[round] += loss * weight }
        }
        let best = sums.indices.min { sums[$0] < sums[$1] } ?? 0
        return Trial(parameters: candidate, rounds: best + 1, loss: sums[best] / total)
    }

    /// Mean loss on the slices when each gets the constant answer of the rows before it.
    private func constantLoss(on slices: [TimeSplit]) -> Double {
        var sum = 0.0
        var total = 0.0
        for slice in slices {
            let weight = Double(slice.test.count)
            sum += weight * data.constantLoss(data.constant(slice.training), on: slice.test)
            total += weight
        }
        return sum / total
    }

    private func hasTwoLabels(_ indices: [Int]) -> Bool {
        guard let first = indices.first else { return false }
        return indices.contains { data.labels[$0] != data.labels[first] }
    }
}

// MARK: - Heads

extension HeadTrainer {
    private func parameters(
        _ candidate: HeadParameters,
        rounds: Int,
        on part: [Int]
    ) throws(BoostingError) -> BoosterParameters {
        try candidate.boosterParameters(
            head: data.head,
            baseScore: data.constant(part),
            rounds: rounds,
            seed: configuration.seed
        )
    }

    private func grow(
        _ usable: [Int],
        _ choice: Trial,
        slices: [TimeSplit]
    ) throws(BoostingError) -> TrainedHead {
        func booster(on part: [Int]) throws(BoostingError) -> TrainedBooster {
            try Booster.train(
                try data.labelled(part),
                parameters: try parameters(choice.parameters, rounds: choice.rounds, on: part)
            )
        }
        let trees = try booster(on: usable)
        guard !trees.isConstant else { return constantHead(.constant, usable, slices: slices) }
        var answers: [Float] = []
        for slice in slices {
            answers += try booster(on: slice.training).predict(data.rows.selecting(slice.test))
        }
        return TrainedHead(
            status: .trained,
            booster: trees,
            constant: data.constant(usable),
            parameters: choice.parameters,
            rounds: choice.rounds,
            rowCount: usable.count,
            sliceRows: slices.flatMap(\.test),
            sliceAnswers: answers,
            spread: data.head == .direction ? DirectionCalibrator.spread(of: answers) : nil
        )
    }

    /// A head without trees; its slices get the answer that earlier rows alone would have given.
    private func constantHead(
        _ status: HeadStatus,
        _ usable: [Int],
        slices: [TimeSplit] = []
    ) -> TrainedHead {
        TrainedHead(
            status: status,
            booster: nil,
            constant: data.constant(usable),
            parameters: first,
            rounds: 0,
            rowCount: usable.count,
            sliceRows: slices.flatMap(\.test),
            sliceAnswers: slices.flatMap { slice in
                Array(repeating: Float(data.constant(slice.training)), count: slice.test.count)
            },
            spread: nil
        )
    }
}
