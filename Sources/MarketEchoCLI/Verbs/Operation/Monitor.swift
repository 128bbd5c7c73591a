import ArgumentParser
import Pipeline

/// `monitor`: how good the models are, on events that they had not seen.
struct Monitor: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show how good the models are on events that they had not seen.",
        discussion: """
            Accuracy, errors, calibration and coverage by slot, each with events, companies, days, a 95 % interval \
            clustered by day, outcome window or company, and what simpler rules reach; then the status of each family with its \
            reasons. Nothing is written.

            Examples:
              market-echo monitor
              market-echo monitor --json | jq '.families[] | {family, status}'
            """
    )

    @OptionGroup
    var benchmark: BenchmarkOptions
    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    var configurationValues: [String: String] { benchmark.configurationValues }

    func run(in session: Session) throws -> ExitStatus {
        let job = MonitorJob(try session.jobContext(try session.openStore(mappedMegabytes: 1_024)))
        try session.print(MonitoringPresentation(report: try job.run()), json: output.json)
        return .done
    }
}
