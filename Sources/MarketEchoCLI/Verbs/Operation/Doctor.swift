import ArgumentParser
import Market
import Storage

/// `doctor`: whether everything that the program needs is there and works.
struct Doctor: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Check database, libraries, clock and configuration; say what to do.",
        discussion: """
            Ends with 1 if something is broken.

            Example:
              market-echo doctor
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
        let calendar = ExchangeCalendar.xnys
        let database = DatabaseCheck.findings(session, calendar: calendar)
        let clock = ClockCheck.findings(
            now: session.surroundings.now(),
            latestWrite: database.facts?.latestWrite,
            calendar: calendar
        )
        let report = DoctorPresentation(
            findings: ConfigurationCheck.findings(session.configuration) + database.findings + clock
                + ServerCheck.findings(session)
                + LibraryCheck.findings(environment: session.surroundings.environment)
        )
        try session.print(report, json: output.json)
        return report.broken > 0 ? .failed : .done
    }
}
