import JSONText
import Storage

/// The newest runs.
struct RunListPresentation: Presentation {
    let runs: [RunRecord]

    /// Longer messages are cut; `jobs` with the run's number shows all of it.
    private static let longestMessage = 120

    /// Prints one line a run.
    func print(to results: ResultPrinter) throws {
        guard !runs.isEmpty else {
            try results.print("No job has run on this database yet.")
            return
        }
        var table = TextTable([
            .number("run"), .text("job"), .text("status"), .text("started (UTC)"), .text("took"),
            .prose("result"),
        ])
        for run in runs {
            table.add([
                "\(run.id)", run.job, run.status.text, run.startedAt.minuteText, run.durationText,
                run.message.shortened(to: Self.longestMessage),
            ])
        }
        try results.print(table)
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member(
                "runs",
                array: { json in for run in runs { json.object { run.writeMembers(to: &$0) } } }
            )
        }
    }
}
