import ArgumentParser
import Pipeline

/// How a result is printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print JSON instead of a table.")
    var json = false
}

/// Which benchmark counts.
struct BenchmarkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Symbol of the benchmark (default: \(MarketEchoConfiguration().engine.benchmark)).",
            valueName: "symbol"
        )
    )
    var benchmark: String?

    /// Values of the options that are keys of the configuration.
    var configurationValues: [String: String] {
        benchmark.map { ["benchmark": $0] } ?? [:]
    }
}
