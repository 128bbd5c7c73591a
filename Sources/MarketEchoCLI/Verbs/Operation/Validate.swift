import ArgumentParser
import Evaluation
import Pipeline

/// `validate`: how often the engine's procedures are wrong where the truth is known.
struct Validate: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Send simulated markets through the engine and count how often it is wrong.",
        discussion: """
            Worlds without any effect show how often a model is promoted by chance and how often intervals contain the truth; worlds with a known \
            effect show how large it must be to be found. Every world goes through the engine's own jobs. A run that was stopped goes on where \
            it was. The report of all worlds is stored; with all goals met on enough worlds it is the certificate that a family needs to be called \
            Production Ready.

            Examples:
              market-echo validate
              market-echo validate --short --json
            """
    )

    @Flag(help: "A few worlds only, about a minute; too few to certify anything.")
    var short = false

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let context = try session.jobContext(try session.openStore(create: true))
        let seed = UInt64(context.settings.seed)
        let plan = short ? ValidationPlan.short(seed: seed) : .long(seed: seed)
        let report = try ValidateJob(context).run(plan, arguments: short ? "--short" : "")
        session.finishProgress()
        try session.print(ValidationPresentation(report: report), json: output.json)
        return report.meetsGoals ? .done : .refused
    }
}
