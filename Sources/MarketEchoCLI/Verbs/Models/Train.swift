import ArgumentParser
import Models
import Pipeline

/// `train`: new versions of models, and the gate's word on each.
struct Train: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Train models and promote those that the gate lets through.",
        discussion: """
            Each slot, a family or all families at one horizon, is trained walk-forward and judged on events that \
            came after its training data. A version is made only where data or settings have changed. Ends with 4 \
            if the gate refused every new version.

            Examples:
              market-echo train --dry-run
              market-echo train --cells earnings/1d,global/1d
            """
    )

    @Option(
        help: ArgumentHelp(
            "Slots to train, with commas between, such as sec_8k/5d (default: all).",
            valueName: "cells"
        ),
        transform: OptionText.cells
    )
    var cells: [Cell]?

    @Flag(help: "Show what would be trained and why; train and write nothing.")
    var dryRun = false

    @OptionGroup
    var benchmark: BenchmarkOptions
    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    var configurationValues: [String: String] { benchmark.configurationValues }

    func run(in session: Session) throws -> ExitStatus {
        let job = TrainJob(try session.jobContext(try session.openStore()))
        let arguments = cells.map { "--cells \($0.map(\.key).joined(separator: ","))" } ?? ""
        let report = try job.run(TrainOptions(dryRun: dryRun, cells: cells), arguments: arguments)
        session.finishProgress()
        try session.print(TrainPresentation(report: report), json: output.json)
        if report.dryRun { return .done }
        if report.isNothingToDo { return .nothingToDo }
        return report.cells.contains(where: \.promoted) ? .done : .refused
    }
}
