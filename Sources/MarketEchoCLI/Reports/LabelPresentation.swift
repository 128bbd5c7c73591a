import Events
import JSONText
import Market
import Outcomes
import Pipeline

/// What a labelling run did, as tables and as JSON.
struct LabelPresentation: Presentation {
    let report: LabelReport
    let horizons: [Horizon]

    private var keys: [LabelReport.Key] { report.cells.keys.sorted() }

    /// New, revised, unchanged, skipped and without impact, added over cells.
    private func counts(_ cells: some Collection<LabelReport.Cell>) -> [Int] {
        [
            cells.map(\.new), cells.map(\.revised), cells.map(\.unchanged),
            cells.map { $0.skipped.values.reduce(0, +) }, cells.map(\.withoutImpact),
        ].map { $0.reduce(0, +) }
    }

    // MARK: Tables

    /// Prints the tables and one sentence on what was done.
    func print(to results: ResultPrinter) throws {
        try results.print(title: "Labels as of \(report.asOf)")
        if !report.cells.isEmpty { try results.print(countTable) }
        if !skipTable.isEmpty {
            try results.print()
            try results.print(title: "Attempts without a label, by reason")
            try results.print(skipTable)
        }
        if !report.cells.isEmpty { try results.print() }
        try results.print(sentence: summary)
    }

    var countTable: TextTable {
        var table = TextTable([
            .text("family"), .text("horizon"), .number("new"), .number("revised"), .number("unchanged"),
            .number("skipped"), .number("no impact"),
        ])
        var former: EventFamily?
        for key in keys {
            guard let cell = report.cells[key] else { continue }
            let family = key.family == former ? "" : key.family.rawValue
            former = key.family
            table.add([family, key.horizon.code] + counts([cell]).map(text))
        }
        if keys.count > 1 {
            table.addRule()
            table.add(["all", ""] + counts(report.cells.values).map(text))
        }
        return table
    }

    private func text(_ count: Int) -> String {
        count == 0 ? Format.missing : Format.count(count)
    }

    private var skipTable: TextTable {
        var table = TextTable([.text("family"), .text("reason")] + horizons.map { .number($0.code) })
        for family in Set(keys.map(\.family)).sorted() {
            let cells = horizons.map { report.cells[LabelReport.Key(family: family, horizon: $0)] }
            var name = family.rawValue
            for reason in SkipReason.allCases {
                let counts = cells.map { $0?.skipped[reason] ?? 0 }
                guard counts.contains(where: { $0 > 0 }) else { continue }
                table.add([name, reason.rawValue] + counts.map(text))
                name = ""
            }
        }
        return table
    }

    private var summary: String {
        let looked =
            "\(Words.count(report.events, "event")) of \(Words.count(report.tickers, "symbol")) looked at, "
            + "\(Words.count(report.tickersUpToDate, "symbol")) up to date already."
        if report.isNothingToDo { return "Nothing to do: \(looked)" }
        let written = Words.count(report.labelsWritten, "label")
        return report.dryRun
            ? "Dry run, nothing was written: \(written) would be. \(looked)" : "\(written) written. \(looked)"
    }
}

extension LabelPresentation {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("as_of", report.asOf.iso8601)
            json.member("dry_run", report.dryRun)
            json.member("nothing_to_do", report.isNothingToDo)
            json.member("labels_written", report.labelsWritten)
            json.member("skips_written", report.skipsWritten)
            json.member("events", report.events)
            json.member("tickers", report.tickers)
            json.member("tickers_up_to_date", report.tickersUpToDate)
            json.member("cells", array: { json in for key in keys { write(key, to: &json) } })
        }
    }

    private func write(_ key: LabelReport.Key, to json: inout JSONWriter) {
        guard let cell = report.cells[key] else { return }
        json.object { json in
            json.member("family", key.family.rawValue)
            json.member("horizon", key.horizon.code)
            json.member("new", cell.new)
            json.member("revised", cell.revised)
            json.member("unchanged", cell.unchanged)
            json.member("without_impact", cell.withoutImpact)
            json.member(
                "skipped",
                object: { json in
                    for reason in SkipReason.allCases {
                        if let count = cell.skipped[reason] { json.member(reason.rawValue, count) }
                    }
                }
            )
        }
    }
}
