import ArgumentParser
import JSONText
import Storage

/// `jobs`: the run ledger.
struct Jobs: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show the run ledger: what ran, when, and how it ended.",
        discussion: """
            With the number of a run its counts by family and horizon are shown too.

            Examples:
              market-echo jobs --limit 5
              market-echo jobs 12 --json
            """
    )

    @Argument(help: ArgumentHelp("Number of a run.", valueName: "run"), transform: OptionText.positive)
    var run: Int?

    @Option(
        help: ArgumentHelp("The most runs to show, the newest first (default: 20).", valueName: "count"),
        transform: OptionText.positive
    )
    var limit: Int?

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let store = try session.openStore()
        if let run {
            try show(run: run, store: store, results: session.results)
        } else {
            let runs = try store.read { try RunStore($0).recent(limit: limit ?? 20) }
            let list = RunListPresentation(runs: runs)
            if output.json {
                try session.results.print(json: list)
            } else {
                try list.print(to: session.results)
            }
        }
        return .done
    }

    private func show(run: Int, store: Store, results: ResultPrinter) throws {
        let found = try store.read { connection in
            let ledger = RunStore(connection)
            return (run: try ledger.run(run), counts: try ledger.counts(ofRun: run))
        }
        guard let record = found.run else { throw JobsError.noSuchRun(run) }
        let detail = RunPresentation(run: record, counts: found.counts)
        if output.json { try results.print(json: detail) } else { try detail.print(to: results) }
    }
}

/// A run that is not in the ledger.
enum JobsError: Error, Equatable, CustomStringConvertible {
    /// No run has the number.
    case noSuchRun(Int)

    var description: String {
        switch self {
        case .noSuchRun(let run):
            "there is no run \(run); accepted are the numbers that 'market-echo jobs' shows"
        }
    }
}
