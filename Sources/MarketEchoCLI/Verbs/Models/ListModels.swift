import ArgumentParser
import Market
import Models
import Pipeline

/// `models`: the registry.
struct ListModels: Verb {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "Show the model registry, one model, or who was champion on a day.",
        discussion: """
            Examples:
              market-echo models
              market-echo models --on 2024-01-31
              market-echo models market-echo-earnings-1d@1.0.0
            """
    )

    @Argument(help: ArgumentHelp("A model to show in full.", valueName: "model"))
    var model: String?

    @Option(
        help: ArgumentHelp("Only the champions at the end of this day (UTC).", valueName: "day"),
        transform: OptionText.day
    )
    var on: TradingDay?

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func validate() throws {
        guard model != nil, on != nil else { return }
        throw ValidationError("a model and --on exclude each other; accepted is one of them")
    }

    func run(in session: Session) throws -> ExitStatus {
        let job = RegistryJob(try session.jobContext(try session.openStore()))
        if let on {
            let list = ModelListPresentation(models: try job.live(on: on), day: on)
            try session.print(list, json: output.json)
        } else if let model {
            let records = try job.models()
            guard let record = records.first(where: { $0.id == model }) else {
                throw ModelChoiceError(id: model, known: records.map(\.id))
            }
            try session.print(ModelPresentation(model: record), json: output.json)
        } else {
            let list = ModelListPresentation(models: try job.models(), day: nil)
            try session.print(list, json: output.json)
        }
        return .done
    }
}

/// A model that is not in the registry.
struct ModelChoiceError: Error, CustomStringConvertible {
    let id: String
    let known: [String]

    var description: String {
        guard !known.isEmpty else {
            return "there is no model '\(id)'; the registry is empty, see 'market-echo train'"
        }
        let hint = ClosestName.find(id, among: known).map { "did you mean '\($0)'?" }
        return "there is no model '\(id)'; \(hint ?? "accepted are those that 'market-echo models' shows")"
    }
}
