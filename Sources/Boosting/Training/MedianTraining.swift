/// Boosting for the absolute error, one XGBoost tree at a time.
///
/// XGBoost's `reg:absoluteerror` puts into each leaf the median of the residuals there. Up to version 1.7 it puts all
/// of it, whatever the learning rate; from 2.0 on the median times the learning rate. Here each round trains one
/// tree at learning rate 1 on the running margins (as `base_margin`), shrinks its leaves, and adds them to the
/// margins. The trees are then written as one ordinary XGBoost model, which XGBoost loads and saves. So every version
/// gives the shrunken model.
struct MedianTraining {
    private let training: LabelledRows
    private let validation: LabelledRows?
    private let parameters: BoosterParameters

    init(_ training: LabelledRows, _ validation: LabelledRows?, _ parameters: BoosterParameters) {
        self.training = training
        self.validation = validation
        self.parameters = parameters
    }

    func run() throws(BoostingError) -> TrainedBooster {
        let matrix = try MatrixHandle.labelled(training, threads: parameters.threads)
        let base = Float(parameters.baseScore)
        var margins = [Float](repeating: base, count: training.rows.rowCount)
        var heldMargins = [Float](repeating: base, count: validation?.rows.rowCount ?? 0)
        var stopping = EarlyStopping(patience: parameters.earlyStoppingRounds)
        var trees: [UBJSON] = []
        var frame = UBJSON.null
        for round in 0..<parameters.rounds {
            try matrix.set("base_margin", margins)
            let grown = try grow(round: round, on: matrix)
            frame = grown.frame
            trees.append(grown.tree)
            grown.step.addLeaves(for: training.rows, to: &margins)
            guard let validation else { continue }
            grown.step.addLeaves(for: validation.rows, to: &heldMargins)
            if try stopping.record(Self.meanAbsoluteError(heldMargins, validation)) { break }
        }
        let document = try Self.assemble(trees, in: frame)
        let booster = try BoosterHandle.loading(UBJSONWriter.write(document))
        return try Booster.finish(booster, columns: training.rows.columns, stopping)
    }

    /// Trains one tree, and returns it with shrunken leaves: as stored, and ready to walk.
    private func grow(
        round: Int,
        on matrix: borrowing MatrixHandle
    ) throws(BoostingError) -> (tree: UBJSON, step: FlatForest, frame: UBJSON) {
        let booster = try BoosterHandle.untrained(for: matrix, parameters: parameters)
        try booster.set("eta", "1")
        try booster.set("seed", "\(Self.seed(parameters.seed, round: round))")
        try booster.update(round: round, on: matrix)
        let frame = try UBJSONReader.read(booster.save(.ubjson))
        let stored = frame["learner"]?["gradient_booster"]?["model"]?["trees"]?.elements ?? []
        guard stored.count == 1, var tree = stored.first else {
            throw .model("\(stored.count) trees after one round")
        }
        guard var parsed = ModelDocument.Tree(tree) else { throw .model("tree \(round) lacks a field") }
        let rate = Float(parameters.learningRate)
        for node in 0..<parsed.nodeCount where parsed.left[node] == -1 { parsed.condition[node] *= rate }
        tree["split_conditions"] = .floats(parsed.condition)
        tree["id"] = .integer(Int64(round))
        let step = try FlatForest(
            trees: CollectionOfOne(parsed),
            columnCount: training.rows.columnCount,
            baseScore: 0,
            objective: .absoluteError
        )
        return (tree, step, frame)
    }

    /// A seed of its own for each round, so that rounds sample different rows and columns (SplitMix64's finaliser).
    static func seed(_ seed: Int, round: Int) -> Int {
        var mixed = UInt64(seed) << 20 &+ UInt64(round)
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) & 0x7FFF_FFFF)
    }

    /// Puts all trees into the frame that the last one came in.
    static func assemble(_ trees: [UBJSON], in frame: UBJSON) throws(BoostingError) -> UBJSON {
        var root = frame
        guard var learner = root["learner"], var booster = learner["gradient_booster"],
            var model = booster["model"], var parameters = model["gbtree_model_param"]
        else { throw .model("XGBoost wrote no trees") }
        parameters["num_trees"] = .string("\(trees.count)")
        model["gbtree_model_param"] = parameters
        model["tree_info"] = .array(trees.map { _ in .integer(0) })
        if model["iteration_indptr"] != nil {
            model["iteration_indptr"] = .array((0...trees.count).map { .integer(Int64($0)) })
        }
        model["trees"] = .array(trees)
        booster["model"] = model
        learner["gradient_booster"] = booster
        root["learner"] = learner
        return root
    }

    /// Weighted mean of |label - margin|.
    static func meanAbsoluteError(_ margins: [Float], _ held: LabelledRows) -> Double {
        var sum = 0.0
        var total = 0.0
        for (index, margin) in margins.enumerated() {
            let weight = held.weights.map { Double($0[index]) } ?? 1
            sum += weight * abs(Double(held.labels[index]) - Double(margin))
            total += weight
        }
        return sum / total
    }
}
