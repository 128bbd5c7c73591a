/// Reads a factor file of LEAN's data format: by what to multiply raw prices.
///
/// Each row is `YYYYMMDD,price factor,split factor,reference price`; its factors hold up to and including its day. The
/// price factor is the product of 1 - dividend / close before over all later ex-dates, the split factor that of the splits'
/// price ratios. Source: QuantConnect, LEAN, `Data/equity/readme.md`.
public enum LeanFactorFile {
    /// Parses a file.
    ///
    /// - Throws: `LeanFileError` for a row that is none, and for factors that are zero or less.
    public static func parse(_ bytes: [UInt8]) throws(LeanFileError) -> AdjustmentFactors {
        var steps: [AdjustmentFactors.Step] = []
        for row in try LeanTable.rows(bytes, fields: 3) {
            let price = try LeanTable.number(row, 1)
            let split = try LeanTable.number(row, 2)
            guard price > 0, split > 0 else {
                throw LeanFileError(
                    line: row.line,
                    reason: "factors \(price) and \(split); numbers above 0 are needed"
                )
            }
            steps.append(
                AdjustmentFactors.Step(
                    through: row.day,
                    dividend: price,
                    split: split,
                    close: row.cells.count > 3 ? try LeanTable.number(row, 3) : .nan
                )
            )
        }
        return AdjustmentFactors(steps)
    }
}
