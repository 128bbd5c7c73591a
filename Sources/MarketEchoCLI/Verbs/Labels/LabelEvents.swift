import ArgumentParser
import Events
import Market
import Pipeline

/// `label-events`: what the price did after each event.
struct LabelEvents: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Label events with what the price then really did.",
        discussion: """
            For each event and horizon: the abnormal return over the benchmark, its direction and its realized \
            impact. An attempt that gives no label is counted with one reason. Running twice writes nothing.

            Example:
              market-echo label-events --since 2023-01-01 --families sec_8k,earnings,fda \\
                --horizons 1d,5d,20d --dry-run
            """
    )

    @Option(
        help: ArgumentHelp("First day of the events (default: every event is considered).", valueName: "day"),
        transform: OptionText.day
    )
    var since: TradingDay?

    @Option(help: ArgumentHelp("Last day of the events.", valueName: "day"), transform: OptionText.day)
    var until: TradingDay?

    @Option(
        help: ArgumentHelp("Families, with commas between (default: all).", valueName: "families"),
        transform: OptionText.families
    )
    var families: [EventFamily]?

    @Option(
        help: ArgumentHelp("Horizons, with commas between (default: 1d,5d,20d).", valueName: "horizons"),
        transform: OptionText.horizons
    )
    var horizons: [Horizon]?

    @Option(
        help: ArgumentHelp("The most events to label, the oldest first.", valueName: "count"),
        transform: OptionText.positive
    )
    var limit: Int?

    @Option(
        help: ArgumentHelp(
            "Closes after this day are not yet known (default: the latest closed session).",
            valueName: "day"
        ),
        transform: OptionText.day
    )
    var asOf: TradingDay?

    @Flag(help: "Look again at events that are labelled already.")
    var labelAll = false

    @Flag(help: "Compute and count, but write nothing at all.")
    var dryRun = false

    @OptionGroup
    var benchmark: BenchmarkOptions
    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    var configurationValues: [String: String] { benchmark.configurationValues }

    func validate() throws { try OptionText.check(since: since, until: until) }

    func run(in session: Session) throws -> ExitStatus {
        let store = try session.openStore()
        let job = LabelJob(try session.jobContext(store))
        let report = try job.run(options, arguments: arguments)
        session.finishProgress()
        try session.print(
            LabelPresentation(report: report, horizons: options.horizons),
            json: output.json
        )
        return report.isNothingToDo ? .nothingToDo : .done
    }

    /// What the job is asked to do.
    var options: LabelOptions {
        LabelOptions(
            since: since,
            until: until,
            families: families.map(Set.init),
            horizons: horizons ?? Horizon.allCases,
            limit: limit,
            dryRun: dryRun,
            asOf: asOf,
            labelAll: labelAll
        )
    }

    /// The options as the run ledger keeps them.
    var arguments: String {
        var parts: [String] = []
        if let since { parts.append("--since \(since)") }
        if let until { parts.append("--until \(until)") }
        if let families { parts.append("--families \(families.map(\.rawValue).joined(separator: ","))") }
        if let horizons { parts.append("--horizons \(horizons.map(\.code).joined(separator: ","))") }
        if let limit { parts.append("--limit \(limit)") }
        if let asOf { parts.append("--as-of \(asOf)") }
        if labelAll { parts.append("--label-all") }
        return parts.joined(separator: " ")
    }
}
