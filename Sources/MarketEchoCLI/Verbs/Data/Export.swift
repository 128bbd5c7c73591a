import ArgumentParser
import Pipeline

/// `export`: a table of the database for notebooks and other programs.
struct Export: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Write a table as CSV or JSON Lines, for notebooks and other programs.",
        discussion: """
            Numbers have full precision. A file appears only when it is complete.

            Examples:
              market-echo export labels --output labels.csv
              market-echo export predictions --format jsonl | jq .ml_score_adjusted
            """
    )

    @Argument(
        help: ArgumentHelp(
            "What to write: \(Words.list(ExportKind.allCases.map(\.rawValue), conjunction: "or")).",
            valueName: "table"
        ),
        transform: OptionText.choice
    )
    var table: ExportKind

    @Option(
        help: ArgumentHelp("csv or jsonl (default: csv).", valueName: "format"),
        transform: OptionText.choice
    )
    var format: ExportFormat?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("File to write (default: standard output).", valueName: "path")
    )
    var output: String?

    @OptionGroup
    var benchmark: BenchmarkOptions
    @OptionGroup
    var common: CommonOptions

    var configurationValues: [String: String] { benchmark.configurationValues }

    func run(in session: Session) throws -> ExitStatus {
        let job = ExportJob(try session.jobContext(try session.openStore()))
        guard let output else {
            try job.run(table, format: format ?? .csv) { try session.results.sink.write($0) }
            return .done
        }
        let file = try AtomicFile(path: output)
        let rows = try job.run(table, format: format ?? .csv) { try file.write($0) }
        try file.finish()
        session.note("\(Words.count(rows, "row")) of \(table.rawValue) written to \(output)")
        return .done
    }
}
