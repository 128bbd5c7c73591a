import Crypto
import Features
import Market
import Models
import Outcomes
import Scores
import Storage

/// Stores what a training run gave: versions, decisions, predictions, promotions.
struct TrainingWriter {
    private let models: ModelStore
    private let predictions: PredictionStore
    private let connection: SQLConnection
    private let context: JobContext
    private let prepared: PreparedTraining
    private let now: UTCInstant

    init(_ connection: SQLConnection, context: JobContext, prepared: PreparedTraining, now: UTCInstant) {
        self.connection = connection
        models = ModelStore(connection)
        predictions = PredictionStore(connection)
        self.context = context
        self.prepared = prepared
        self.now = now
    }

    /// Writes all results and reports them, with the cells that needed no new version.
    func write(_ results: [CellResult]) throws -> TrainReport {
        let present = try models.records()
        guard present.map(\.id) == prepared.records.map(\.id),
            present.map(\.status) == prepared.records.map(\.status)
        else { throw TrainError.registryChanged }
        try BaseScoreStore(connection).upsert(prepared.baseScores, now: now)
        var report = TrainReport()
        let trained = Set(results.map(\.cell))
        for cell in prepared.cells where !trained.contains(cell) {
            let data = prepared.dataset(of: cell)
            report.cells.append(
                TrainedCell(
                    cell: cell,
                    samples: data.count,
                    companies: data.companyCount,
                    evidence: data.evidence,
                    modelID: nil,
                    promoted: false,
                    weight: 0,
                    reason: prepared.versions[cell]?.explanation ?? "",
                    decision: nil
                )
            )
        }
        for result in results { report.cells.append(try write(result)) }
        report.cells.sort { $0.cell < $1.cell }
        return report
    }

    private func write(_ result: CellResult) throws -> TrainedCell {
        var trained = TrainedCell(
            cell: result.cell,
            samples: result.sampleCount,
            companies: result.companyCount,
            evidence: result.evidence,
            modelID: nil,
            promoted: false,
            weight: result.weight,
            reason: result.decision.reason,
            decision: result.decision
        )
        var modelID: String?
        if let artefact = result.artefact,
            case .new(let version, let reason)? = prepared.versions[result.cell]
        {
            let record = try record(result, artefact: artefact, version: version, reason: reason)
            try models.insert(record, artefact: try artefact.encoded(), now: now)
            modelID = record.id
            try predictions.append(try outOfSampleRows(result, modelID: record.id))
            try models.markTrained(
                eventIDs: prepared.dataset(of: result.cell).rows.map(\.eventID),
                horizon: result.cell.horizon,
                version: record.id
            )
            if result.decision.passed {
                let slot = prepared.records.filter { $0.cell == result.cell } + [record]
                try models.update(
                    try ModelRegistry.promote(
                        id: record.id,
                        in: slot,
                        reason: result.decision.reason,
                        at: now
                    )
                )
                trained.promoted = true
            }
        }
        for head in [result.decision.magnitude, result.decision.direction] {
            try models.append(head, cell: result.cell, modelID: modelID, now: now)
        }
        trained.modelID = modelID
        return trained
    }

    private func record(
        _ result: CellResult,
        artefact: ModelArtefact,
        version: SemanticVersion,
        reason: String
    ) throws -> ModelRecord {
        let digest = SHA256.hash(data: try artefact.encoded())
        let rows = prepared.dataset(of: result.cell).rows
        let last = rows.map(\.outcomeSession).max() ?? 0
        return try ModelRecord(
            cell: result.cell,
            version: version,
            sha256: digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(),
            featureSetVersion: result.featureSetVersion,
            labelVersion: result.labelVersion,
            trainingCutOff: context.calendar.day(ofSession: last),
            dataHash: result.dataHash,
            configurationFingerprint: prepared.configuration.fingerprint,
            seed: context.settings.seed,
            sampleCount: result.sampleCount,
            companyCount: result.companyCount,
            evaluation: result.evaluation,
            weight: result.weight,
            usableHeads: result.decision.usableHeads,
            history: [StatusChange(status: .staging, reason: reason, at: now)]
        )
    }

    private func outOfSampleRows(_ result: CellResult, modelID: String) throws -> [PredictionRow] {
        let rows = prepared.dataset(of: result.cell).rows
        let byEvent = Dictionary(
            rows.map { ($0.eventID, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return try result.predictions.map { prediction in
            let guarded = try GuardrailedScore.outOfSample(prediction, weight: result.weight)
            return PredictionRow(
                eventID: prediction.eventID,
                horizon: prediction.cell.horizon,
                kind: prediction.kind,
                modelID: modelID,
                directionModelID: prediction.probabilityUp == nil ? nil : modelID,
                featureHash: result.featureSetVersion,
                baseScore: guarded.base.value,
                adjustment: guarded.adjustment.value,
                adjusted: guarded.adjusted.value,
                notAppliedReason: guarded.reason?.rawValue,
                weight: guarded.weight?.value,
                predictedImpact: prediction.predictedImpact,
                probabilityUp: prediction.probabilityUp,
                predictedMove: prediction.predictedMove,
                intervalLower: prediction.interval80?.lower,
                intervalUpper: prediction.interval80?.upper,
                volatility: byEvent[prediction.eventID]?.volatility,
                baselineImpact: prediction.baselines.itemGroupMedian,
                baselineProbability: prediction.baselines.upRate,
                fold: prediction.fold,
                // A fold's model ends before its test block, so the event's own facts are the latest.
                dataAsOf: min(byEvent[prediction.eventID]?.knownAt ?? now, now),
                madeAt: now
            )
        }
    }
}

extension GuardrailedScore {
    /// The score that an out-of-sample prediction would have given with the model's weight.
    static func outOfSample(
        _ prediction: OutOfSamplePrediction,
        weight: Double
    ) throws(ScoreError) -> GuardrailedScore {
        let base = try ImpactScore(prediction.baselines.baseScore)
        let impact = try ImpactScore(prediction.predictedImpact)
        guard weight > 0 else {
            return .notApplied(base: base, reason: .gateNotPassed, predictedImpact: impact)
        }
        return .applied(base: base, predictedImpact: impact, weight: try BlendWeight(weight))
    }
}

extension TrainReport {
    /// The counts as the run ledger keeps them.
    var runCounts: [RunCount] {
        cells.map { cell in
            let outcome = cell.promoted ? "promoted" : cell.modelID == nil ? "no_new_version" : "staging"
            return RunCount(
                family: cell.cell.familyName,
                horizon: cell.cell.horizon.code,
                outcome: outcome,
                n: cell.samples
            )
        }
    }
}
