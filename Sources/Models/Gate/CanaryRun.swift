import Boosting
import Market
import Statistics

/// Trains the canaries of one head on one division in time.
struct CanaryRun: Sendable {
    let work: CellWork
    let head: Head

    /// Share of the rows before the lock-box, the last by time, that canaries are tested on.
    static let testShare = 0.3
    /// A hash that gains less than this share of the head's own skill is noise of company mix, not recognition.
    static let materialShare = 0.25

    private var data: HeadData { work.trainer(head).data }
    private var policy: GatePolicy { work.configuration.gate }

    /// The results, empty where the rows are too few to divide.
    func results() throws -> [CanaryResult] {
        let open = work.data.rows.indices.filter { index in
            data.usable[index]
                && (work.plan.lockBoxStartSession.map { work.data.rows[index].reactionSession < $0 } ?? true)
        }
        guard
            let split = TimeSplit(
                rows: work.data.rows,
                candidates: open,
                lastShare: Self.testShare,
                policy: work.configuration.policy
            ),
            split.training.count >= work.configuration.policy.minimumTrainingRows,
            split.test.count >= work.configuration.minimumSliceRows
        else { return [] }
        return [try shuffledLabels(split), try plantedLeak(split), try tickerHash(split)]
    }

    // MARK: - The three canaries

    private func shuffledLabels(_ split: TimeSplit) throws -> CanaryResult {
        var random = RandomStream(seed: UInt64(bitPattern: Int64(work.configuration.seed)), stream: 1)
        let taking = split.training + split.test
        var labels = data.labels
        for (from, to) in zip(random.permutation(taking.count), taking) {
            labels[to] = data.labels[taking[from]]
        }
        let shuffled = HeadData(head: head, rows: data.rows, labels: labels, usable: data.usable)
        let answers = try answers(shuffled, split, parameters: canaryParameters)
        let constant = shuffled.constant(split.training)
        let test = try compare(
            baseline: losses(shuffled, split.test.map { _ in constant }, split.test),
            model: losses(shuffled, answers, split.test),
            split
        )
        let gained = gained(test)
        return CanaryResult(
            canary: .shuffledLabels,
            head: head,
            passed: !gained,
            skill: test?.meanSkill ?? 0,
            pValue: test?.pValue,
            text: gained ? "trees that learnt shuffled labels gained skill" : "shuffled labels gained nothing"
        )
    }

    private func plantedLeak(_ split: TimeSplit) throws -> CanaryResult {
        let outcome = work.data.rows.map { row in
            Float(head == .direction ? row.abnormalReturn : (row.realizedImpact ?? 0))
        }
        let leaky = try data.adding(column: "canary_outcome", outcome)
        var parameters = canaryParameters
        parameters.learningRate = 0.3
        parameters.columnShare = 1
        let answers = try answers(leaky, split, parameters: parameters)
        let model = Self.mean(losses(data, answers, split.test))
        let constant = data.constant(split.training)
        let baseline = Self.mean(losses(data, split.test.map { _ in constant }, split.test))
        let notice: String? =
            switch head {
            case .magnitude:
                TooGood.magnitude(modelLoss: model, medianLoss: baseline)
            case .direction:
                TooGood.direction(
                    accuracy: accuracy(answers, split.test),
                    n: split.test.count,
                    explained: true,
                    policy: policy
                )
            }
        return CanaryResult(
            canary: .plantedLeak,
            head: head,
            passed: notice != nil,
            skill: baseline - model,
            pValue: nil,
            text: notice == nil
                ? "a column that held the outcome was not noticed"
                : "a column that held the outcome was noticed"
        )
    }

    /// Compares a hash of the symbol with random numbers in its place, so that both trainings see as many columns.
    private func tickerHash(_ split: TimeSplit) throws -> CanaryResult {
        var random = RandomStream(seed: UInt64(bitPattern: Int64(work.configuration.seed)), stream: 2)
        let noise = work.data.rows.map { _ in Float(random.uniform()) }
        let hashes = work.data.rows.map { row in
            var hash = DataDigest()
            hash.combine(row.ticker)
            hash.combine(work.configuration.seed)
            return Float(hash.word >> 40) / Float(1 << 24)
        }
        func losses(with column: [Float]) throws -> [Double] {
            let wider = try data.adding(column: "canary_ticker_hash", column)
            return self.losses(data, try answers(wider, split, parameters: canaryParameters), split.test)
        }
        let plain = try losses(with: noise)
        let withHash = try losses(with: hashes)
        let constant = data.constant(split.training)
        let own =
            Self.mean(self.losses(data, split.test.map { _ in constant }, split.test)) - Self.mean(plain)
        let test = try compare(baseline: plain, model: withHash, split)
        let gained = gained(test) && (test?.meanSkill ?? 0) > Self.materialShare * max(own, 0)
        return CanaryResult(
            canary: .tickerHash,
            head: head,
            passed: !gained,
            skill: test?.meanSkill ?? 0,
            pValue: test?.pValue,
            text: gained
                ? "a hash of the symbol gained skill" : "a hash of the symbol gained nothing that matters"
        )
    }
}

// MARK: - Parts

extension CanaryRun {
    private var canaryParameters: HeadParameters {
        var parameters = work.configuration.candidates(for: head).first ?? HeadParameters()
        parameters.learningRate = max(parameters.learningRate, 0.1)
        return parameters
    }

    private func answers(
        _ data: HeadData,
        _ split: TimeSplit,
        parameters: HeadParameters
    ) throws -> [Double] {
        let booster = try Booster.train(
            data.labelled(split.training),
            parameters: parameters.boosterParameters(
                head: head,
                baseScore: data.constant(split.training),
                rounds: work.configuration.canaryRounds,
                seed: work.configuration.seed
            )
        )
        return try booster.predict(data.rows.selecting(split.test)).map(Double.init)
    }

    /// Impact points of absolute error, or squared errors of probabilities.
    private func losses(_ data: HeadData, _ answers: [Double], _ rows: [Int]) -> [Double] {
        zip(answers, rows).map { answer, row in
            let error = answer - Double(data.labels[row])
            return head == .magnitude ? 100 * error.magnitude : error * error
        }
    }

    private func accuracy(_ answers: [Double], _ rows: [Int]) -> Double {
        let hits = zip(answers, rows).count { answer, row in (answer >= 0.5) == (data.labels[row] > 0.5) }
        return Double(hits) / Double(max(rows.count, 1))
    }

    private func compare(baseline: [Double], model: [Double], _ split: TimeSplit) throws -> SkillTest? {
        try SkillTest.compare(
            baseline: baseline,
            model: model,
            rows: split.test.map { work.data.rows[$0] },
            horizonSessions: work.cell.horizon.sessions,
            level: policy.canaryLevel
        )
    }

    private func gained(_ test: SkillTest?) -> Bool {
        test.map { $0.meanSkill > 0 && $0.pValue < policy.canaryLevel } ?? false
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}

extension HeadData {
    /// The same labels with one more column.
    fileprivate func adding(column: String, _ values: [Float]) throws(BoostingError) -> HeadData {
        var all: [Float] = []
        all.reserveCapacity(rows.values.count + values.count)
        for (index, value) in values.enumerated() {
            all.append(contentsOf: rows.row(index))
            all.append(value)
        }
        let wider = try DenseRows(columns: rows.columns + [column], values: all)
        return HeadData(head: head, rows: wider, labels: labels, usable: usable)
    }
}
