/// Distances between predicted and realized numbers, in their unit; nil without rows.
///
/// All functions throw for lengths that differ or values that are not finite.
public enum ErrorScore {
    /// The mean of |predicted - realized|.
    public static func meanAbsolute(
        predicted: [Double],
        realized: [Double]
    ) throws(StatisticsError) -> Double? {
        try Descriptive.mean(absoluteErrors(predicted: predicted, realized: realized))
    }

    /// The median of |predicted - realized|.
    public static func medianAbsolute(
        predicted: [Double],
        realized: [Double]
    ) throws(StatisticsError) -> Double? {
        try Quantile.of(absoluteErrors(predicted: predicted, realized: realized), 0.5)
    }

    /// The mean of predicted - realized: above zero when predictions are too high.
    public static func bias(predicted: [Double], realized: [Double]) throws(StatisticsError) -> Double? {
        try Descriptive.mean(errors(predicted, realized))
    }

    /// The root of the mean squared error.
    public static func rootMeanSquare(
        predicted: [Double],
        realized: [Double]
    ) throws(StatisticsError) -> Double? {
        try Descriptive.mean(errors(predicted, realized).map { $0 * $0 })?.squareRoot()
    }

    /// |predicted - realized| of each row, for paired tests.
    public static func absoluteErrors(
        predicted: [Double],
        realized: [Double]
    ) throws(StatisticsError) -> [Double] {
        try errors(predicted, realized).map { abs($0) }
    }

    private static func errors(
        _ predicted: [Double],
        _ realized: [Double]
    ) throws(StatisticsError) -> [Double] {
        try Check.sameLength(predicted.count, "predicted", realized.count, "realized")
        try Check.finite(predicted, "predicted")
        try Check.finite(realized, "realized")
        return zip(predicted, realized).map { $0 - $1 }
    }
}
