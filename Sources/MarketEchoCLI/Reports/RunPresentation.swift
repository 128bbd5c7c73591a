import JSONText
import Market
import Storage

extension RunRecord {
    /// Seconds that the run took; nil while nobody knows.
    var seconds: Double? {
        finishedAt.map { Double($0.secondsSinceEpoch - startedAt.secondsSinceEpoch) }
    }

    /// The seconds as text; the ledger keeps whole seconds.
    var durationText: String {
        guard let seconds else { return Format.missing }
        return seconds < 1 ? "< 1 s" : Format.wholeSeconds(Int(seconds))
    }

    /// Writes the members of the record.
    func writeMembers(to json: inout JSONWriter) {
        json.member("run", id)
        json.member("job", job)
        json.member("arguments", arguments)
        json.member("status", status.rawValue)
        json.member("started_at", startedAt.iso8601)
        json.member("finished_at", finishedAt?.iso8601)
        json.member("process", process)
        json.member("message", message)
    }
}

/// The newest runs.
struct RunListPresentation: JSONWritable {
    let runs: [RunRecord]

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
                run.message,
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

/// One run with its counts.
struct RunPresentation: JSONWritable {
    let run: RunRecord
    let counts: [RunCount]

    /// Prints the run and a table of its counts.
    func print(to results: ResultPrinter) throws {
        try results.print(title: "Run \(run.id): \(run.job), \(run.status.text)")
        try results.print(facts)
        guard !counts.isEmpty else { return }
        try results.print()
        var table = TextTable([.text("family"), .text("horizon"), .text("outcome"), .number("count")])
        var former = ("", "")
        for count in counts {
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

    private var facts: [String] {
        var facts = [("started", run.startedAt.iso8601)]
        if let finished = run.finishedAt { facts.append(("finished", finished.iso8601)) }
        facts.append(("took", run.durationText))
        if !run.arguments.isEmpty { facts.append(("options", run.arguments)) }
        if !run.message.isEmpty { facts.append(("result", run.message)) }
        return facts.map { "\($0.0.rightPadded(to: 9)) \($0.1)" }
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

extension RunStatus {
    /// The status in words.
    var text: String { rawValue.replacing("_", with: " ") }
}

extension UTCInstant {
    /// The instant without seconds: `2024-01-31 21:05`.
    var minuteText: String { "\(utcDay) \(iso8601.dropFirst(11).prefix(5))" }
}
