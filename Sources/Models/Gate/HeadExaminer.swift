import Features
import Market
import Statistics

/// Gathers the evidence about one head from the out-of-sample predictions of its slot.
struct HeadExaminer: Sendable {
    let work: CellWork
    let head: Head
    let assembly: CellAssembly
    let status: HeadStatus
    let champion: ChampionPredictions?
    let canaries: [CanaryResult]
    /// Number of slots that the run compares.
    let comparisons: Int

    private var policy: GatePolicy { work.configuration.gate }

    /// One out-of-sample event with its losses.
    private struct Sample {
        let row: TrainingRow
        let prediction: OutOfSamplePrediction
        let modelLoss: Double
        let baselineLoss: Double
    }

    func evidence() throws(StatisticsError) -> HeadEvidence {
        let samples = walkForwardSamples()
        let hasHead = champion?.usableHeads.contains(head) ?? false
        var evidence = HeadEvidence(
            head: head,
            refusals: refusals(samples),
            againstBaseline: nil,
            againstChampion: nil,
            worseThanChampionP: nil,
            againstItemGroupMedian: nil,
            championHasHead: hasHead,
            n: samples.count
        )
        guard !evidence.refusals.contains(where: { $0.code == .insufficientData }) else { return evidence }
        evidence.againstBaseline = try compare(samples, baseline: samples.map(\.baselineLoss))
        if head == .magnitude {
            evidence.againstItemGroupMedian = try compare(
                samples,
                baseline: samples.map { loss($0.row, $0.prediction.baselines.itemGroupMedian) }
            )
        }
        if hasHead, let champion { try compareChampion(champion, samples, into: &evidence) }
        return evidence
    }

    // MARK: - Samples

    private func walkForwardSamples() -> [Sample] {
        var samples: [Sample] = []
        for (prediction, index) in zip(assembly.predictions, assembly.rows)
        where prediction.kind == .walkForward {
            let row = work.data.rows[index]
            guard work.trainer(head).data.usable[index], let answer = answer(of: prediction) else { continue }
            let baseline = head == .magnitude ? row.baseScore : prediction.baselines.upRate
            samples.append(
                Sample(
                    row: row,
                    prediction: prediction,
                    modelLoss: loss(row, answer),
                    baselineLoss: loss(row, baseline)
                )
            )
        }
        return samples
    }

    private func answer(of prediction: OutOfSamplePrediction) -> Double? {
        switch head {
        case .magnitude: prediction.predictedImpact
        case .direction: prediction.probabilityUp
        }
    }

    /// Absolute error in impact points, or squared error of a probability of up.
    private func loss(_ row: TrainingRow, _ answer: Double) -> Double {
        switch head {
        case .magnitude:
            return (answer - (row.realizedImpact ?? 0)).magnitude
        case .direction:
            let error = answer - (row.abnormalReturn > 0 ? 1 : 0)
            return error * error
        }
    }

    private func compare(_ samples: [Sample], baseline: [Double]) throws(StatisticsError) -> SkillTest? {
        try SkillTest.compare(
            baseline: baseline,
            model: samples.map(\.modelLoss),
            rows: samples.map(\.row),
            horizonSessions: work.cell.horizon.sessions,
            level: policy.level,
            comparisons: comparisons
        )
    }

    private func compareChampion(
        _ champion: ChampionPredictions,
        _ samples: [Sample],
        into evidence: inout HeadEvidence
    ) throws(StatisticsError) {
        var shared: [Sample] = []
        var losses: [Double] = []
        for sample in samples {
            guard let other = champion.byEvent[sample.row.eventID] else { continue }
            guard let answer = head == .magnitude ? other.impact : other.probabilityUp else { continue }
            shared.append(sample)
            losses.append(loss(sample.row, answer))
        }
        evidence.againstChampion = try compare(shared, baseline: losses)
        evidence.worseThanChampionP = try SkillTest.compare(
            baseline: shared.map(\.modelLoss),
            model: losses,
            rows: shared.map(\.row),
            horizonSessions: work.cell.horizon.sessions,
            level: policy.level
        )?.pValue
    }

    // MARK: - Refusals

    private func refusals(_ samples: [Sample]) -> [Refusal] {
        let companies = Set(samples.map(\.row.ticker)).count
        let days = Set(samples.map(\.row.reactionSession)).count
        if samples.count < policy.minimumEvents || companies < policy.minimumCompanies
            || days < policy.minimumDays
        {
            return [
                Refusal(
                    .insufficientData,
                    "\(samples.count) out-of-sample events of \(companies) companies on \(days) days; needed are "
                        + "\(policy.minimumEvents), \(policy.minimumCompanies) and \(policy.minimumDays)"
                )
            ]
        }
        var found: [Refusal] = []
        if status == .constant {
            found.append(
                Refusal(.constantModel, "the \(head.rawValue) head gives every event the same answer")
            )
        }
        if status == .tooFewRows {
            found.append(
                Refusal(.insufficientData, "too few labelled rows to train the \(head.rawValue) head")
            )
        }
        found += canaryRefusals()
        if let text = tooGood(samples) { found.append(Refusal(.tooGoodToBeTrue, text)) }
        return found
    }

    /// Shuffled labels and an unnoticed leak speak against the whole slot, a symbol hash against its own head.
    private func canaryRefusals() -> [Refusal] {
        canaries.filter { !$0.passed && ($0.canary != .tickerHash || $0.head == head) }.map { result in
            let code: RefusalCode =
                switch result.canary {
                case .shuffledLabels: .canaryShuffledLabels
                case .plantedLeak: .leakDetectorFailed
                case .tickerHash: .canaryTickerHash
                }
            return Refusal(code, "canary (\(result.head.rawValue)): \(result.text)")
        }
    }

    private func tooGood(_ samples: [Sample]) -> String? {
        switch head {
        case .magnitude:
            let medians = samples.map { loss($0.row, $0.prediction.baselines.itemGroupMedian) }
            return TooGood.magnitude(
                modelLoss: samples.map(\.modelLoss).reduce(0, +) / Double(samples.count),
                medianLoss: medians.reduce(0, +) / Double(samples.count)
            )
        case .direction:
            let hits = samples.count { sample in
                ((sample.prediction.probabilityUp ?? 0) >= 0.5) == (sample.row.abnormalReturn > 0)
            }
            return TooGood.direction(
                accuracy: Double(hits) / Double(samples.count),
                n: samples.count,
                explained: isExplained(samples.map(\.row.featureRow)),
                policy: policy
            )
        }
    }

    /// Whether one explaining feature is present on enough of the events.
    private func isExplained(_ rows: [Int]) -> Bool {
        let features = work.data.features
        let columns = features.names.indices.filter { column in
            policy.explainingFeatures.contains { features.names[column].hasPrefix($0) }
        }
        return columns.contains { column in
            let present = rows.count { !features.values[$0 * features.columnCount + column].isNaN }
            return Double(present) >= policy.explainingShare * Double(rows.count)
        }
    }
}
