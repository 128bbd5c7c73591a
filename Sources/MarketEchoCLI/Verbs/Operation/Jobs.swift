import ArgumentParser
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
            try session.print(try detail(of: run, in: store), json: output.json)
        } else {
            let runs = try store.read { try RunStore($0).recent(limit: limit ?? 20) }
            try session.print(RunListPresentation(runs: runs), json: output.json)
        }
        return .done
    }

    private func detail(of run: Int, in store: Store) throws -> RunPresentation {
        try store.read { connection in
            let ledger = RunStore(connection)
            guard let record = try ledger.run(run) else { throw JobsError.noSuchRun(run) }
            return RunPresentation(run: record, counts: try ledger.counts(ofRun: run))
        }
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
