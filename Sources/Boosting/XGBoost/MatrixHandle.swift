import CXGBoost

/// Owner of one XGBoost matrix; it cannot be copied and is freed when it goes out of scope.
@safe
struct MatrixHandle: ~Copyable {
    let pointer: DMatrixHandle
    private let rowCount: Int

    /// Copies rows into XGBoost's memory.
    init(_ rows: DenseRows, threads: Int) throws(BoostingError) {
        var created: DMatrixHandle?
        let code = unsafe rows.values.withUnsafeBufferPointer { values in
            unsafe XGDMatrixCreateFromMat_omp(
                values.baseAddress,
                bst_ulong(rows.rowCount),
                bst_ulong(rows.columnCount),
                .nan,
                &created,
                Int32(threads)
            )
        }
        try XGBoostCall.check("XGDMatrixCreateFromMat", code)
        guard let created = unsafe created else {
            throw .xgboost(call: "XGDMatrixCreateFromMat", message: "no matrix came back")
        }
        unsafe pointer = created
        rowCount = rows.rowCount
    }

    /// Copies rows with their labels and weights.
    static func labelled(_ labelled: LabelledRows, threads: Int) throws(BoostingError) -> MatrixHandle {
        let matrix = try MatrixHandle(labelled.rows, threads: threads)
        try matrix.set("label", labelled.labels)
        if let weights = labelled.weights { try matrix.set("weight", weights) }
        return matrix
    }

    deinit { _ = unsafe XGDMatrixFree(pointer) }

    /// Sets one of XGBoost's columns beside the features: `label`, `weight` or `base_margin`.
    func set(_ field: String, _ values: [Float]) throws(BoostingError) {
        precondition(values.count == rowCount, "\(values.count) values for \(rowCount) rows")
        let code = unsafe values.withUnsafeBufferPointer { values in
            unsafe XGDMatrixSetFloatInfo(pointer, field, values.baseAddress, bst_ulong(values.count))
        }
        try XGBoostCall.check("XGDMatrixSetFloatInfo(\(field))", code)
    }
}
