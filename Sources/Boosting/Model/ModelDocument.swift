/// A tree model as XGBoost stores it, read and checked field by field.
struct ModelDocument {
    /// XGBoost's arrays of one tree; node 0 is the root, a child of -1 marks a leaf.
    struct Tree {
        var left: [Int64]
        var right: [Int64]
        var column: [Int64]
        /// The split condition of a split, the value of a leaf.
        var condition: [Float]
        var defaultLeft: [Int64]
        /// Sum of second derivatives of the training rows in the node.
        var cover: [Float]
        /// Loss that the split removed.
        var gain: [Float]

        var nodeCount: Int { left.count }
    }

    let columns: [String]
    let columnCount: Int
    let objective: BoosterParameters.Objective
    let baseScore: Float
    let trees: [Tree]
    let attributes: [String: String]

    /// Reads either of XGBoost's text formats, told apart by the byte after the opening brace.
    static func parse(_ bytes: [UInt8]) throws(BoostingError) -> UBJSON {
        guard bytes.count > 1 else { throw .model("is empty") }
        guard bytes[0] == UInt8(ascii: "{") else {
            throw .model("starts with byte 0x\(String(bytes[0], radix: 16)); accepted: UBJSON or JSON")
        }
        if UBJSON.IntegerWidth(rawValue: bytes[1]) != nil { return try UBJSONReader.read(bytes) }
        return try JSONReader.read(bytes)
    }

    init(bytes: [UInt8]) throws(BoostingError) {
        try self.init(Self.parse(bytes))
    }

    init(_ root: UBJSON) throws(BoostingError) {
        guard let learner = root["learner"], let booster = learner["gradient_booster"],
            let shape = learner["learner_model_param"]
        else { throw .model("has no learner, gradient booster and parameters") }
        let kind = booster["name"]?.text ?? "nothing"
        guard kind == "gbtree" else { throw .model("booster \(kind); accepted: gbtree") }

        let name = learner["objective"]?["name"]?.text ?? "nothing"
        guard let objective = BoosterParameters.Objective(rawValue: name) else {
            let accepted = BoosterParameters.Objective.allCases.map(\.rawValue).joined(separator: ", ")
            throw .model("objective \(name); accepted: \(accepted)")
        }
        self.objective = objective
        baseScore = try Self.baseScore(shape, objective)
        columnCount = try Self.number("num_feature", in: shape, 1...1_000_000)
        _ = try Self.number("num_class", in: shape, 0...0, absent: 0)
        _ = try Self.number("num_target", in: shape, 0...1, absent: 1)
        columns = try Self.columns(learner, count: columnCount)
        trees = try Self.trees(booster["model"])
        attributes = try Self.attributes(learner)
    }

    // MARK: Fields

    private static func baseScore(
        _ shape: UBJSON,
        _ objective: BoosterParameters.Objective
    ) throws(BoostingError) -> Float {
        let text = shape["base_score"]?.text ?? ""
        // XGBoost 3.1 and later write a list of one.
        let digits = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        guard let score = Float(digits), score.isFinite else {
            throw .model("base score \(text.debugDescription)")
        }
        if objective == .logistic, !(score > 0 && score < 1) {
            throw .model("base score \(score); \(objective.rawValue) accepts between 0 and 1")
        }
        return score
    }

    private static func number(
        _ key: String,
        in object: UBJSON,
        _ range: ClosedRange<Int>,
        absent: Int? = nil
    ) throws(BoostingError) -> Int {
        guard let field = object[key] else {
            if let absent { return absent }
            throw .model("has no \(key)")
        }
        guard let number = field.text.flatMap({ Int($0) }), range.contains(number) else {
            throw .model(
                "\(key) is \(field.text ?? "no text"); accepted: \(range.lowerBound)...\(range.upperBound)"
            )
        }
        return number
    }

    private static func columns(_ learner: UBJSON, count: Int) throws(BoostingError) -> [String] {
        let names = learner["feature_names"]?.elements?.compactMap(\.text) ?? []
        guard !names.isEmpty else { throw .model("holds no column names") }
        guard names.count == count else { throw .model("\(names.count) column names for \(count) columns") }
        try ColumnNames.check(names)
        return names
    }

    private static func attributes(_ learner: UBJSON) throws(BoostingError) -> [String: String] {
        guard case .object(let members) = learner["attributes"] ?? .object([]) else {
            throw .model("attributes are no object")
        }
        var texts: [String: String] = [:]
        for member in members {
            guard let text = member.value.text else { throw .model("attribute \(member.key) is no text") }
            texts[member.key] = text
        }
        return texts
    }

    private static func trees(_ model: UBJSON?) throws(BoostingError) -> [Tree] {
        guard let model, let parameters = model["gbtree_model_param"], let trees = model["trees"]?.elements
        else { throw .model("has no trees") }
        _ = try number("num_parallel_tree", in: parameters, 0...1, absent: 1)
        guard try number("num_trees", in: parameters, 0...1_000_000) == trees.count else {
            throw .model("num_trees is not the number of trees, \(trees.count)")
        }
        var read: [Tree] = []
        for (index, tree) in trees.enumerated() {
            guard let parsed = Tree(tree) else { throw .model("tree \(index) lacks a field") }
            read.append(parsed)
        }
        return read
    }
}

extension ModelDocument.Tree {
    /// Reads a tree; nil when a field is missing, has another length than the others, or a categorical split occurs.
    init?(_ value: UBJSON) {
        guard let left = value["left_children"]?.integerArray,
            let right = value["right_children"]?.integerArray,
            let column = value["split_indices"]?.integerArray,
            let condition = value["split_conditions"]?.floatArray,
            let defaultLeft = value["default_left"]?.integerArray,
            let cover = value["sum_hessian"]?.floatArray,
            let gain = value["loss_changes"]?.floatArray
        else { return nil }
        let count = left.count
        let counts = [right.count, column.count, condition.count, defaultLeft.count, cover.count, gain.count]
        guard count > 0, counts.allSatisfy({ $0 == count }) else { return nil }
        let kinds = value["split_type"]?.integerArray ?? []
        guard kinds.allSatisfy({ $0 == 0 }) else { return nil }
        self.init(
            left: left,
            right: right,
            column: column,
            condition: condition,
            defaultLeft: defaultLeft,
            cover: cover,
            gain: gain
        )
    }
}
