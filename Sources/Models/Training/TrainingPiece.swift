import Boosting

/// One independent piece of the work on a slot.
enum TrainingPiece: Sendable {
    case fold(Int)
    case lockBoxAndFinal
    case canaries(Head)

    /// What a piece found.
    enum Outcome: Sendable {
        case fold(FoldAnswers)
        case final(lockBox: FoldAnswers?, magnitude: TrainedHead, direction: TrainedHead)
        case canaries([CanaryResult])
        case failed(String)
    }

    /// All pieces of a slot, the longest first.
    static func all(of work: CellWork) -> [TrainingPiece] {
        [.lockBoxAndFinal] + work.plan.folds.indices.reversed().map(TrainingPiece.fold)
            + Head.allCases.map(TrainingPiece.canaries)
    }

    func run(_ work: CellWork) -> Outcome {
        do {
            switch self {
            case .fold(let index):
                return .fold(try work.answer(work.plan.folds[index]))
            case .canaries(let head):
                return .canaries(try CanaryRun(work: work, head: head).results())
            case .lockBoxAndFinal:
                return try final(work)
            }
        } catch {
            return .failed("\(error)")
        }
    }

    /// The lock-box's predictions, then the model put to use: the same trees' shape and number on all rows.
    private func final(_ work: CellWork) throws(BoostingError) -> Outcome {
        let all = Array(work.data.rows.indices)
        let lockBox = try work.plan.lockBox.map { fold throws(BoostingError) in try work.answer(fold) }
        func head(_ head: Head, _ chosen: TrainedHead?) throws(BoostingError) -> TrainedHead {
            let trainer = work.trainer(head)
            guard let chosen, chosen.status != .tooFewRows else { return try trainer.train(on: all) }
            return try trainer.retrain(chosen, on: all)
        }
        return .final(
            lockBox: lockBox,
            magnitude: try head(.magnitude, lockBox?.magnitude),
            direction: try head(.direction, lockBox?.direction)
        )
    }
}
