import Boosting
import Features

/// The data of one slot, laid out for training, with its plan of folds.
struct CellWork: Sendable {
    let cell: Cell
    let data: Dataset
    let plan: WalkForwardPlan
    let configuration: TrainingConfiguration
    private let magnitude: HeadTrainer
    private let direction: HeadTrainer

    init(cell: Cell, data: Dataset, configuration: TrainingConfiguration) throws(BoostingError) {
        let rows = try DenseRows(columns: data.features.names, values: data.features.values)
        self.cell = cell
        self.data = data
        self.configuration = configuration
        plan = WalkForwardPlan(rows: data.rows, policy: configuration.policy)
        func trainer(_ head: Head) -> HeadTrainer {
            HeadTrainer(
                data: HeadData(head: head, rows: rows, data: data.rows),
                rows: data.rows,
                configuration: configuration
            )
        }
        magnitude = trainer(.magnitude)
        direction = trainer(.direction)
    }

    /// The trainer of a head.
    func trainer(_ head: Head) -> HeadTrainer {
        switch head {
        case .magnitude: magnitude
        case .direction: direction
        }
    }
}

/// The raw answers of one fold's trees, before any calibration.
struct FoldAnswers: Sendable {
    let fold: WalkForwardPlan.Fold
    let magnitude: TrainedHead
    let direction: TrainedHead
    /// Predicted impact 0...100 of each test row.
    let impacts: [Double]
    /// Raw probability of up of each test row.
    let probabilities: [Double]
    let medians: GroupMedians
}

extension CellWork {
    /// Trains both heads on a fold's training part and lets them answer for its test block.
    func answer(_ fold: WalkForwardPlan.Fold) throws(BoostingError) -> FoldAnswers {
        let isFirst = fold.index == 0
        let magnitudeHead = try magnitude.train(on: fold.training, keepsSliceAnswers: isFirst)
        let directionHead = try direction.train(on: fold.training, keepsSliceAnswers: isFirst)
        let rows = magnitude.data.rows
        return FoldAnswers(
            fold: fold,
            magnitude: magnitudeHead,
            direction: directionHead,
            impacts: try magnitudeHead.answers(rows, fold.test).map(Self.impact),
            probabilities: try directionHead.answers(rows, fold.test).map(Double.init),
            medians: GroupMedians(rows: data.rows, part: fold.training)
        )
    }

    /// A magnitude head's answer in impact points, kept inside the scale.
    static func impact(_ answer: Float) -> Double { min(max(Double(answer) * 100, 0), 100) }
}
