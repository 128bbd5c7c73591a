import ArgumentParser
import Pipeline

/// `import prices`: daily bars.
struct ImportPrices: Verb {
    static let configuration = CommandConfiguration(
        commandName: "prices",
        abstract: "Read daily prices: CSV, JSON Lines, Yahoo chart JSON.",
        discussion: """
            The kind of each file is told from its content; a file that names no symbol is named after it, \
            AAPL.csv. Suspect bars are kept but set aside, with the reason. A series is always of one vintage: \
            a source that was adjusted differently is refused. Reading a file twice changes nothing.

            Example:
              market-echo import prices prices/
            """
    )

    @Argument(help: ArgumentHelp("A file or a folder.", valueName: "path"))
    var path: String

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        guard FileStatus.exists(path) else { throw ImportError.missing(path) }
        let context = try session.jobContext(try session.openStore(create: true))
        let report = try PriceImportJob(context).run(path: path, arguments: path)
        session.finishProgress()
        try session.print(PriceImportPresentation(report: report, path: path), json: output.json)
        return report.written.isEmpty ? .nothingToDo : .done
    }
}
