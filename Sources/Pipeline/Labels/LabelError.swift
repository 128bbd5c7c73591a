import Market

/// Why labels cannot be made at all.
public enum LabelError: Error, Equatable, CustomStringConvertible {
    /// The benchmark has no prices.
    case noBenchmark(String)
    /// The as-of day lies beyond the last closed session.
    case asOfInFuture(asOf: String, latest: String)

    /// The error with what to do.
    public var description: String {
        switch self {
        case .noBenchmark(let ticker):
            "no prices of the benchmark \(ticker) are stored; import them, or name another with --benchmark"
        case .asOfInFuture(let asOf, let latest):
            "--as-of \(asOf) lies after the latest closed session; accepted are days up to \(latest)"
        }
    }
}
