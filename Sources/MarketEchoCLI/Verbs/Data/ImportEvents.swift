import ArgumentParser
import Pipeline
import Storage

/// `import events`: filings, announcements and decisions.
struct ImportEvents: Verb {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Read events: CSV, JSON Lines, EDGAR submissions JSON, SGML headers.",
        discussion: """
            The kind of each file is told from its content. A folder takes all its files; EDGAR's main files \
            and their shards are read together. A bad row is reported with file, line and reason and does not \
            stop the rest. Reading a file twice changes nothing.

            Examples:
              market-echo import events events.csv
              market-echo import events filings/ --ticker AAPL
            """
    )

    @Argument(help: ArgumentHelp("A file or a folder.", valueName: "path"))
    var path: String

    @Option(
        help: ArgumentHelp("Symbol of the company, for files that name none.", valueName: "symbol"),
        transform: OptionText.symbol
    )
    var ticker: String?

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        guard FileStatus.exists(path) else { throw ImportError.missing(path) }
        let context = try session.jobContext(try session.openStore(create: true))
        let arguments = ([path] + (ticker.map { ["--ticker", $0] } ?? [])).joined(separator: " ")
        let report = try EventImportJob(context).run(path: path, ticker: ticker, arguments: arguments)
        session.finishProgress()
        try session.print(EventImportPresentation(report: report, path: path), json: output.json)
        let isNothingToDo = report.events.written == 0 && report.linked == 0
        return isNothingToDo ? .nothingToDo : .done
    }
}
