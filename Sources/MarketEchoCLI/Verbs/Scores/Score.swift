import ArgumentParser
import Pipeline

/// `score`: the current models' word on events.
struct Score: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Score events that have no current prediction, or explain one event.",
        discussion: """
            Predictions are appended to the log and never overwritten. With an event's key its scores are shown \
            with their explanation, and nothing is written.

            Examples:
              market-echo score
              market-echo score 0000320193-24-000006 --json
            """
    )

    @Argument(help: ArgumentHelp("Key of an event to explain.", valueName: "event"))
    var event: String?

    @OptionGroup
    var benchmark: BenchmarkOptions
    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    var configurationValues: [String: String] { benchmark.configurationValues }

    func run(in session: Session) throws -> ExitStatus {
        let job = ScoreJob(try session.jobContext(try session.openStore()))
        if let event {
            let predictions = try job.predictions(eventID: event)
            session.finishProgress()
            try session.print(PredictionPresentation(predictions: predictions), json: output.json)
            return .done
        }
        let report = try job.run()
        session.finishProgress()
        try session.print(ScorePresentation(report: report), json: output.json)
        return report.changes == 0 ? .nothingToDo : .done
    }
}
