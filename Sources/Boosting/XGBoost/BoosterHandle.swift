import CXGBoost

/// Owner of one XGBoost booster; it cannot be copied, is used by one thread, and is freed with its scope.
@safe
struct BoosterHandle: ~Copyable {
    /// A format in which XGBoost writes a model.
    enum Format: String {
        case ubjson = "ubj"
        case json
    }

    /// What `predict` returns, under XGBoost's number.
    enum Output: Int {
        case value = 0
        case margin = 1
        case contributions = 2
    }

    private let pointer: CXGBoost.BoosterHandle

    private init(caching matrix: DMatrixHandle?) throws(BoostingError) {
        unsafe pointer = unsafe try Self.create(caching: matrix)
    }

    /// Makes an untrained booster that will learn from the given matrix.
    static func untrained(
        for matrix: borrowing MatrixHandle,
        parameters: BoosterParameters
    ) throws(BoostingError) -> BoosterHandle {
        let booster = unsafe try BoosterHandle(caching: matrix.pointer)
        for setting in parameters.settings { try booster.set(setting.name, setting.value) }
        return booster
    }

    /// Loads the checked bytes of a model.
    static func loading(_ model: [UInt8], threads: Int = 1) throws(BoostingError) -> BoosterHandle {
        let booster = unsafe try BoosterHandle(caching: nil)
        try booster.load(model)
        try booster.set("verbosity", "0")
        try booster.set("nthread", "\(threads)")
        return booster
    }

    private func load(_ model: [UInt8]) throws(BoostingError) {
        let code = unsafe model.withUnsafeBytes { bytes in
            unsafe XGBoosterLoadModelFromBuffer(pointer, bytes.baseAddress, bst_ulong(bytes.count))
        }
        try XGBoostCall.check("XGBoosterLoadModelFromBuffer", code)
    }

    deinit { _ = unsafe XGBoosterFree(pointer) }

    private static func create(caching matrix: DMatrixHandle?) throws(BoostingError) -> CXGBoost.BoosterHandle
    {
        try XGBoostCall.check("XGBSetGlobalConfig", unsafe XGBSetGlobalConfig("{\"verbosity\": 0}"))
        var created: CXGBoost.BoosterHandle?
        var cached = unsafe matrix
        let count: bst_ulong = unsafe matrix == nil ? 0 : 1
        try XGBoostCall.check("XGBoosterCreate", unsafe XGBoosterCreate(&cached, count, &created))
        guard let created = unsafe created else {
            throw .xgboost(call: "XGBoosterCreate", message: "no booster came back")
        }
        return unsafe created
    }

    /// Sets one parameter by XGBoost's name.
    func set(_ name: String, _ value: String) throws(BoostingError) {
        try XGBoostCall.check("XGBoosterSetParam(\(name))", unsafe XGBoosterSetParam(pointer, name, value))
    }

    /// Stores a text under a key inside the model.
    func setAttribute(_ key: String, _ value: String) throws(BoostingError) {
        try XGBoostCall.check("XGBoosterSetAttr(\(key))", unsafe XGBoosterSetAttr(pointer, key, value))
    }

    /// Stores the column names inside the model.
    func setColumns(_ columns: [String]) throws(BoostingError) {
        var code: Int32 = 0
        unsafe XGBoostCall.withCStrings(columns) { names in
            code = unsafe XGBoosterSetStrFeatureInfo(
                pointer,
                "feature_name",
                names,
                bst_ulong(columns.count)
            )
        }
        try XGBoostCall.check("XGBoosterSetStrFeatureInfo", code)
    }

    /// Grows the tree of one round.
    func update(round: Int, on matrix: borrowing MatrixHandle) throws(BoostingError) {
        let code = unsafe XGBoosterUpdateOneIter(pointer, Int32(round), matrix.pointer)
        try XGBoostCall.check("XGBoosterUpdateOneIter", code)
    }

    /// Returns the metric on a matrix, read from the end of XGBoost's text (`[3]\tvalidation-rmse:0.25`).
    func evaluate(round: Int, on matrix: borrowing MatrixHandle) throws(BoostingError) -> Double {
        var matrices: [DMatrixHandle?] = unsafe [matrix.pointer]
        var text: UnsafePointer<CChar>?
        var code: Int32 = 0
        unsafe XGBoostCall.withCStrings(["validation"]) { names in
            code = unsafe XGBoosterEvalOneIter(pointer, Int32(round), &matrices, names, 1, &text)
        }
        try XGBoostCall.check("XGBoosterEvalOneIter", code)
        let line = unsafe text.map { unsafe String(cString: $0) } ?? ""
        guard let number = line.split(separator: ":").last.flatMap({ Double($0) }) else {
            throw .xgboost(call: "XGBoosterEvalOneIter", message: "no number in \(line.debugDescription)")
        }
        return number
    }

    /// Returns the model as bytes; the same model always gives the same bytes.
    func save(_ format: Format) throws(BoostingError) -> [UInt8] {
        var length: bst_ulong = 0
        var bytes: UnsafePointer<CChar>?
        let config = "{\"format\": \"\(format.rawValue)\"}"
        let code = unsafe XGBoosterSaveModelToBuffer(pointer, config, &length, &bytes)
        try XGBoostCall.check("XGBoosterSaveModelToBuffer", code)
        guard let bytes = unsafe bytes else {
            throw .xgboost(call: "XGBoosterSaveModelToBuffer", message: "no bytes came back")
        }
        return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: Int(length)))
    }

    /// Predicts with the first `rounds` trees; all of them when nil.
    func predict(
        _ output: Output,
        on matrix: borrowing MatrixHandle,
        rounds: Int? = nil
    ) throws(BoostingError) -> [Float] {
        let config = """
            {"type": \(output.rawValue), "training": false, "iteration_begin": 0, \
            "iteration_end": \(rounds ?? 0), "strict_shape": false}
            """
        var shape: UnsafePointer<bst_ulong>?
        var dimensions: bst_ulong = 0
        var values: UnsafePointer<Float>?
        let code = unsafe XGBoosterPredictFromDMatrix(
            pointer,
            matrix.pointer,
            config,
            &shape,
            &dimensions,
            &values
        )
        try XGBoostCall.check("XGBoosterPredictFromDMatrix", code)
        var count = 1
        for axis in 0..<Int(dimensions) { count *= unsafe shape.map { unsafe Int($0[axis]) } ?? 0 }
        return unsafe Array(UnsafeBufferPointer(start: values, count: count))
    }
}
