import ArgumentParser
import Evaluation
import Events
import Market
import Models
import Pipeline

/// `backtest`: what the predictions were worth, slot by slot and group by group.
struct Backtest: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show what the predictions were worth, by slot, group, year and session.",
        discussion: """
            Figures by slot, skill against the better of base score and item-group median, realized impact by tenth of \
            the predicted one, events with and without outcomes, and mean abnormal returns around events. With \
            --group-by one table of accuracy and error by group instead. The figures of whole slots are those of \
            'monitor'. Nothing is written.

            Examples:
              market-echo backtest
              market-echo backtest --group-by year --horizon 5d
              market-echo backtest --group-by ticker --family sec_8k --json
            """
    )

    @Option(
        help: ArgumentHelp(
            "One table by \(Words.list(AccuracyGrouping.allCases.map(\.rawValue), conjunction: "or")).",
            valueName: "group"
        ),
        transform: { try OptionText.choice($0) }
    )
    var groupBy: AccuracyGrouping?

    @Option(help: "Only this family; with --group-by.", transform: { try OptionText.choice($0) })
    var family: EventFamily?

    @Option(help: "Only this horizon: 1d, 5d or 20d; with --group-by.", transform: Self.horizon)
    var horizon: Horizon?

    @Option(
        help: "Predictions made in this way: walk_forward, lock_box or live; with --group-by.",
        transform: { try OptionText.choice($0) }
    )
    var kind: SampleKind = .walkForward

    @OptionGroup
    var benchmark: BenchmarkOptions
    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    var configurationValues: [String: String] { benchmark.configurationValues }

    func validate() throws {
        let isFiltered = family != nil || horizon != nil || kind != .walkForward
        guard groupBy != nil || !isFiltered else {
            throw ValidationError(
                "--family, --horizon and --kind choose rows of a table; name one with --group-by"
            )
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let job = BacktestJob(try session.jobContext(try session.openStore(mappedMegabytes: 1_024)))
        let report = try job.run()
        if let groupBy {
            let query = AccuracyQuery(groupBy: groupBy, family: family, horizon: horizon, kind: kind)
            try session.print(AccuracyPresentation(table: try report.accuracy(query)), json: output.json)
        } else {
            try session.print(BacktestPresentation(report: report), json: output.json)
        }
        return .done
    }

    private static func horizon(_ text: String) throws -> Horizon {
        guard let horizon = try OptionText.horizons(text).first, !text.contains(",") else {
            throw OptionError(description: "accepted is one of 1d, 5d and 20d")
        }
        return horizon
    }
}
