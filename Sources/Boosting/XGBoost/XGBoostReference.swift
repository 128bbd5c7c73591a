/// Predictions by XGBoost itself, to check and to time the native ones against.
///
/// It holds XGBoost's handle, so it cannot be copied and belongs to one thread. Everything else in this room predicts
/// without it.
public struct XGBoostReference: ~Copyable {
    private let booster: BoosterHandle
    private let columns: [String]
    private let rounds: Int
    private let threads: Int

    /// Hands the bytes of a model to XGBoost.
    ///
    /// - Throws: `BoostingError.xgboost` when XGBoost refuses them.
    public init(_ trained: TrainedBooster, threads: Int = 1) throws(BoostingError) {
        booster = try BoosterHandle.loading(trained.model, threads: threads)
        columns = trained.columns
        rounds = trained.forest.treeCount
        self.threads = threads
    }

    /// Returns XGBoost's predictions with the trees that predict.
    public func predict(_ rows: DenseRows) throws(BoostingError) -> [Float] {
        try output(.value, rows)
    }

    /// Returns XGBoost's margins.
    public func predictMargins(_ rows: DenseRows) throws(BoostingError) -> [Float] {
        try output(.margin, rows)
    }

    /// Returns XGBoost's TreeSHAP contributions.
    public func contributions(_ rows: DenseRows) throws(BoostingError) -> Contributions {
        let values = try output(.contributions, rows).map { Double($0) }
        return Contributions(columns: columns, rowCount: rows.rowCount, values: values)
    }

    /// Returns the model as XGBoost writes it in JSON.
    public func modelJSON() throws(BoostingError) -> [UInt8] { try booster.save(.json) }

    private func output(_ output: BoosterHandle.Output, _ rows: DenseRows) throws(BoostingError) -> [Float] {
        guard rows.columns == columns else {
            throw .columnMismatch(expected: columns, found: rows.columns)
        }
        guard rows.rowCount > 0 else { return [] }
        return try OpenMPThreads.limited(to: threads) { () throws(BoostingError) in
            try booster.predict(output, on: MatrixHandle(rows, threads: threads), rounds: rounds)
        }
    }
}
