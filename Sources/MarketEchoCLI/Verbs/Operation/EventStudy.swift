import ArgumentParser
import Events
import Market
import Outcomes
import Pipeline

/// `event-study`: mean abnormal returns around events, with the tests of the literature.
struct EventStudy: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show mean abnormal returns around events, with the tests of the literature.",
        discussion: """
            For each group of events the mean cumulative abnormal return (CAAR) over a window of sessions around the \
            reaction session, with a 95 % band clustered by day and the p of six tests: cross-sectional t, Patell, \
            Boehmer-Musumeci-Poulsen (BMP), Kolari-Pynnönen (KP), Corrado rank and generalised sign. KP alone allows \
            for events whose returns move together; its p stands by Holm's method over the groups too. The model of \
            usual returns rests on 250 sessions that end 10 before the event or earlier. Nothing is written.

            Examples:
              market-echo event-study
              market-echo event-study --by item --families sec_8k --window=-1,1
              market-echo event-study --items 2.02 --by time --model market_adjusted --json
            """
    )

    @Option(
        help: ArgumentHelp("Only these families, with commas between.", valueName: "families"),
        transform: { try OptionText.families($0) }
    )
    var families: [EventFamily] = []

    @Option(
        help: ArgumentHelp(
            "Only filings with one of these items, with commas between, for example 2.02,5.02.",
            valueName: "items"
        ),
        transform: Self.items
    )
    var items: [String] = []

    @Option(
        help: ArgumentHelp(
            "First and last session of the window, the reaction session being 0 (default: -1,1).",
            valueName: "first,last"
        ),
        transform: Self.window
    )
    var window: EventWindow?

    @Option(
        help: "Model of usual returns: market, market_adjusted or mean_adjusted.",
        transform: { try OptionText.choice($0) }
    )
    var model: AbnormalReturnModel = .market

    @Option(
        help: "Groups: all, family, item, sector, time or side (of the rules' base score).",
        transform: { try OptionText.choice($0) }
    )
    var by: EventStudyGrouping = .family

    @Option(help: ArgumentHelp("First day of the events.", valueName: "day"), transform: OptionText.day)
    var since: TradingDay?

    @Option(help: ArgumentHelp("Last day of the events.", valueName: "day"), transform: OptionText.day)
    var until: TradingDay?

    @OptionGroup
    var benchmark: BenchmarkOptions
    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    var configurationValues: [String: String] { benchmark.configurationValues }

    func validate() throws { try OptionText.check(since: since, until: until) }

    func run(in session: Session) throws -> ExitStatus {
        var options = EventStudyOptions(
            families: Set(families),
            items: Set(items),
            model: model,
            grouping: by,
            since: since,
            until: until
        )
        if let window { options.window = window }
        let report = try EventStudyJob(try session.jobContext(try session.openStore())).run(options)
        try session.print(EventStudyPresentation(report: report, grouping: by), json: output.json)
        return .done
    }

    private static func window(_ text: String) throws -> EventWindow {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let first = parts[0], let last = parts[1], first <= last,
            first >= -250, last <= 250
        else {
            throw OptionError(
                description: "accepted are two whole numbers from -250 to 250, the smaller first, as in -1,1"
            )
        }
        return EventWindow(first: first, last: last)
    }

    private static func items(_ text: String) throws -> [String] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            guard let item = FilingItem(number: part) else {
                throw OptionError(
                    description: "'\(part)' is no item of a filing; accepted are numbers such as 2.02"
                )
            }
            return item.number
        }
    }
}
