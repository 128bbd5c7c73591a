import ArgumentParser
import Models
import Pipeline

/// `rollback`: a slot goes back to its former champion.
struct Rollback: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Give a slot back to its former champion.",
        discussion: """
            Example:
              market-echo rollback earnings/1d --reason "live accuracy fell"
            """
    )

    @Argument(
        help: ArgumentHelp("The slot: a family or global, a slash, a horizon.", valueName: "cell"),
        transform: OptionText.cell
    )
    var cell: Cell

    @Option(help: ArgumentHelp("Why; kept in the registry.", valueName: "text"))
    var reason = "rolled back by hand"

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let job = RegistryJob(try session.jobContext(try session.openStore()))
        try session.print(
            StatusChangePresentation(changed: try job.rollback(cell: cell, reason: reason)),
            json: output.json
        )
        return .done
    }
}
