import JSONText
import Market
import Storage

/// One run with its counts.
struct RunPresentation: Presentation {
    let run: RunRecord
    let counts: [RunCount]

    /// Prints the run and a table of its counts.
    func print(to results: ResultPrinter) throws {
        try results.print(title: "Run \(run.id): \(run.job), \(run.status.text)")
        try results.print(facts: facts)
        guard !counts.isEmpty else { return }
        try results.print()
        var table = TextTable([.text("family"), .text("horizon"), .text("outcome"), .number("count")])
        var former = ("", "")
        for count in sortedCounts {
            let isNewFamily = count.family != former.0
            let isNewHorizon = isNewFamily || count.horizon != former.1
            table.add([
                isNewFamily ? count.family : "", isNewHorizon ? count.horizon : "", count.outcome,
                Format.count(count.n),
            ])
            former = (count.family, count.horizon)
        }
        try results.print(table)
    }

    /// Counts by family, horizon from short to long, and outcome.
    private var sortedCounts: [RunCount] {
        func sessions(_ count: RunCount) -> Int { Horizon(code: count.horizon)?.sessions ?? 0 }
        return counts.sorted {
            ($0.family, sessions($0), $0.outcome) < ($1.family, sessions($1), $1.outcome)
        }
    }

    private var facts: [(name: String, value: String)] {
        var facts = [(name: "started", value: run.startedAt.iso8601)]
        if let finished = run.finishedAt { facts.append(("finished", finished.iso8601)) }
        facts.append(("took", run.durationText))
        if !run.arguments.isEmpty { facts.append(("options", run.arguments)) }
        if !run.message.isEmpty { facts.append(("result", run.message)) }
        return facts
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            run.writeMembers(to: &json)
            json.member(
                "counts",
                array: { json in
                    for count in counts {
                        json.object { json in
                            json.member("family", count.family)
                            json.member("horizon", count.horizon)
                            json.member("outcome", count.outcome)
                            json.member("n", count.n)
                        }
                    }
                }
            )
        }
    }
}
