import Boosting
import Features
import Statistics

/// All that the pieces of one slot found, put together.
struct CellOutcome: Sendable {
    let work: CellWork
    let folds: [FoldAnswers]
    let lockBox: FoldAnswers?
    let magnitude: TrainedHead
    let direction: TrainedHead
    let canaries: [CanaryResult]
    let assembly: CellAssembly

    /// Puts the pieces together.
    ///
    /// - Throws: `Failure` with the first error of a piece, or a `StatisticsError` of the calibration.
    init(_ work: CellWork, _ outcomes: [TrainingPiece.Outcome]) throws {
        var folds: [FoldAnswers] = []
        var canaries: [CanaryResult] = []
        var final: (lockBox: FoldAnswers?, magnitude: TrainedHead, direction: TrainedHead)?
        for outcome in outcomes {
            switch outcome {
            case .fold(let answers): folds.append(answers)
            case .canaries(let results): canaries += results
            case .final(let lockBox, let magnitude, let direction): final = (lockBox, magnitude, direction)
            case .failed(let text): throw Failure(text: text)
            }
        }
        guard let final else { throw Failure(text: "no final model was trained") }
        self.work = work
        self.folds = folds.sorted { $0.fold.index < $1.fold.index }
        lockBox = final.lockBox
        magnitude = final.magnitude
        direction = final.direction
        self.canaries = canaries.sorted { ($0.head, $0.canary.rawValue) < ($1.head, $1.canary.rawValue) }
        assembly = try CellAssembly(work, folds: self.folds, lockBox: lockBox)
    }

    /// An error of one piece.
    struct Failure: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }

    /// The model as bytes, with everything needed to use it.
    var artefact: ModelArtefact {
        ModelArtefact(
            metadata: ArtefactMetadata(
                cell: work.cell,
                featureSetVersion: work.data.featureSetVersion,
                featureNames: work.data.features.names,
                labelVersion: work.data.labelVersion,
                dataHash: work.data.dataHash,
                configuration: work.configuration,
                sampleCount: work.data.count,
                companyCount: work.data.companyCount,
                magnitude: HeadMetadata(magnitude),
                direction: HeadMetadata(direction),
                calibrator: assembly.calibrator,
                conformal: assembly.conformal,
                columnRanges: ColumnRange.ranges(of: work.data.features)
            ),
            magnitudeModel: magnitude.booster?.model,
            directionModel: direction.booster?.model
        )
    }

    /// Evidence of both heads for the gate.
    func evidence(
        champion: ChampionPredictions?,
        comparisons: Int
    ) throws(StatisticsError) -> (magnitude: HeadEvidence, direction: HeadEvidence) {
        func evidence(_ head: Head, _ status: HeadStatus) throws(StatisticsError) -> HeadEvidence {
            try HeadExaminer(
                work: work,
                head: head,
                assembly: assembly,
                status: status,
                champion: champion,
                canaries: canaries,
                comparisons: comparisons
            ).evidence()
        }
        return (try evidence(.magnitude, magnitude.status), try evidence(.direction, direction.status))
    }

    /// The evaluation to store, once the gate has decided.
    func evaluation(_ decision: GateDecision, comparisons: Int) -> ModelEvaluation {
        func figures(_ kind: SampleKind) -> SampleFigures? {
            SampleFigures(
                zip(assembly.predictions, assembly.rows).filter { $0.0.kind == kind }
                    .map { ($0.0, work.data.rows[$0.1]) }
            )
        }
        return ModelEvaluation(
            decision: decision,
            magnitudeStatus: magnitude.status,
            directionStatus: direction.status,
            walkForward: figures(.walkForward),
            lockBox: figures(.lockBox),
            folds: folds.map { FoldFigures(.walkForward, $0) }
                + (lockBox.map { [FoldFigures(.lockBox, $0)] } ?? []),
            canaries: canaries,
            comparisons: comparisons
        )
    }
}

extension FoldFigures {
    init(_ kind: SampleKind, _ answers: FoldAnswers) {
        self.init(
            kind: kind,
            index: answers.fold.index,
            trainingRows: answers.fold.training.count,
            testRows: answers.fold.test.count,
            purged: answers.fold.purged,
            testStartSession: answers.fold.testStartSession,
            magnitudeRounds: answers.magnitude.rounds,
            directionRounds: answers.direction.rounds
        )
    }
}

extension HeadMetadata {
    init(_ head: TrainedHead) {
        self.init(
            status: head.status,
            rounds: head.rounds,
            rowCount: head.rowCount,
            constant: head.constant,
            spread: head.spread,
            parameters: head.parameters
        )
    }
}
