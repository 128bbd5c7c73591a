import ArgumentParser
import Models
import Pipeline

/// `promote`: a version becomes the champion of its slot.
struct Promote: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Make a model the champion of its slot.",
        discussion: """
            The former champion is archived. A model that the gate refused stays refused: the command ends with 4.

            Example:
              market-echo promote market-echo-earnings-1d@1.1.0 --reason "checked by hand"
            """
    )

    @Argument(help: ArgumentHelp("The model, as 'market-echo models' shows it.", valueName: "model"))
    var model: String

    @Option(help: ArgumentHelp("Why; kept in the registry.", valueName: "text"))
    var reason = "promoted by hand"

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let job = RegistryJob(try session.jobContext(try session.openStore()))
        let records = try job.models()
        guard records.contains(where: { $0.id == model }) else {
            throw ModelChoiceError(id: model, known: records.map(\.id))
        }
        try session.print(
            StatusChangePresentation(changed: try job.promote(id: model, reason: reason)),
            json: output.json
        )
        return .done
    }
}
