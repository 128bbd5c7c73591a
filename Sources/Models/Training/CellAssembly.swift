import Market
import Statistics

/// Calibrated out-of-sample predictions of one slot, assembled from its folds in order of time.
struct CellAssembly: Sendable {
    /// Walk-forward predictions, then the lock-box's, each in order of rows.
    private(set) var predictions: [OutOfSamplePrediction] = []
    /// The row of each prediction.
    private(set) var rows: [Int] = []
    /// The calibration that goes with the model put to use: from walk-forward answers alone.
    let calibrator: DirectionCalibrator
    /// The conformal factor that goes with it.
    let conformal: ConformalFactor?

    /// Calibrates fold by fold: each fold sees only answers whose outcomes were settled before its test block.
    ///
    /// For the first folds, before there are answers of earlier ones, the first training part's slices stand in: their
    /// answers too came from trees that had not seen them.
    init(_ work: CellWork, folds: [FoldAnswers], lockBox: FoldAnswers?) throws(StatisticsError) {
        let horizon = work.cell.horizon.sessions
        var outOfFold = CalibrationPool(policy: work.configuration.policy, horizonSessions: horizon)
        var withSlice = outOfFold
        if let first = folds.first { Self.addSlice(of: first, to: &withSlice, work) }
        for (kind, fold) in folds.map({ (SampleKind.walkForward, $0) })
            + (lockBox.map { [(.lockBox, $0)] } ?? [])
        {
            let start = fold.fold.testStartSession
            let calibrator = try withSlice.directionCalibrator(before: start)
            let conformal = try withSlice.conformalFactor(before: start)
            for position in fold.fold.test.indices {
                predictions.append(
                    Self.prediction(
                        work,
                        kind: kind,
                        fold: fold,
                        position: position,
                        calibrator: calibrator,
                        conformal: conformal
                    )
                )
                rows.append(fold.fold.test[position])
            }
            guard kind == .walkForward else { continue }
            Self.addAnswers(of: fold, to: &outOfFold, work)
            Self.addAnswers(of: fold, to: &withSlice, work)
        }
        calibrator = try outOfFold.directionCalibrator()
        conformal = try outOfFold.conformalFactor()
    }

    private static func prediction(
        _ work: CellWork,
        kind: SampleKind,
        fold: FoldAnswers,
        position: Int,
        calibrator: DirectionCalibrator,
        conformal: ConformalFactor?
    ) -> OutOfSamplePrediction {
        let row = work.data.rows[fold.fold.test[position]]
        let impact = fold.impacts[position]
        let probability: Double? =
            switch fold.direction.status {
            case .trained: calibrator(fold.probabilities[position], spread: fold.direction.spread)
            case .constant: fold.direction.constant
            case .tooFewRows: nil
            }
        let move = MoveScale.typicalMove(
            impact: impact,
            volatility: row.volatility,
            sessions: work.cell.horizon.sessions
        )
        return OutOfSamplePrediction(
            eventID: row.eventID,
            cell: work.cell,
            kind: kind,
            fold: fold.fold.index,
            predictedImpact: impact,
            probabilityUp: probability,
            predictedMove: move,
            interval80: move.flatMap { move in conformal.map { $0.range(typicalMove: move) } },
            baselines: EventBaselines(
                baseScore: row.baseScore,
                itemGroupMedian: fold.medians.median(of: row.itemGroup),
                upRate: fold.direction.constant
            )
        )
    }

    private static func addAnswers(of fold: FoldAnswers, to pool: inout CalibrationPool, _ work: CellWork) {
        let trained = fold.direction.status == .trained
        for (position, row) in fold.fold.test.enumerated() {
            pool.add(
                work.data.rows[row],
                impact: fold.impacts[position],
                probabilityUp: trained ? fold.probabilities[position] : nil,
                spread: fold.direction.spread
            )
        }
    }

    private static func addSlice(of fold: FoldAnswers, to pool: inout CalibrationPool, _ work: CellWork) {
        for (row, answer) in zip(fold.magnitude.sliceRows, fold.magnitude.sliceAnswers) {
            pool.add(work.data.rows[row], impact: CellWork.impact(answer), probabilityUp: nil, spread: nil)
        }
        guard fold.direction.status == .trained else { return }
        for (row, answer) in zip(fold.direction.sliceRows, fold.direction.sliceAnswers) {
            pool.add(
                work.data.rows[row],
                impact: nil,
                probabilityUp: Double(answer),
                spread: fold.direction.spread
            )
        }
    }
}
