import JSONText
import Market
import Models
import Pipeline

/// What a training run did with each slot.
struct TrainPresentation: Presentation {
    let report: TrainReport

    func print(to results: ResultPrinter) throws {
        guard !report.cells.isEmpty else {
            try results.print("There are no labelled events to train on; see 'market-echo label-events'.")
            return
        }
        try results.print(title: report.dryRun ? "What would be trained" : "Training")
        try results.print(table)
        let decisions = report.cells.compactMap { cell in cell.decision.map { (cell.cell, $0) } }
        try GateTables(decisions).print(to: results)
        try results.print()
        try results.print(sentence: summary)
    }

    private var table: TextTable {
        var table = TextTable([
            .text("slot"), .number("labelled\nevents"), .number("companies"), .text("evidence"),
            .text("result"),
            .prose("why"),
        ])
        for cell in report.cells {
            table.add([
                cell.cell.key, Format.count(cell.samples), Format.count(cell.companies),
                cell.evidence.rawValue, result(cell), cell.reason,
            ])
        }
        return table
    }

    private func result(_ cell: TrainedCell) -> String {
        if cell.promoted { return "promoted" }
        if cell.modelID != nil { return "refused" }
        return cell.decision == nil ? Format.missing : "not trained"
    }

    private var summary: String {
        if report.dryRun { return "Dry run: nothing was trained or written." }
        let versions = report.cells.count { $0.modelID != nil }
        if versions == 0 { return "Nothing to do: no slot has a new version." }
        let promoted = report.cells.count(where: \.promoted)
        return "\(Words.count(versions, "new version")), \(Format.count(promoted)) promoted."
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("dry_run", report.dryRun)
            json.member("nothing_to_do", report.isNothingToDo)
            json.member("cells", array: { json in for cell in report.cells { write(cell, to: &json) } })
        }
    }

    private func write(_ cell: TrainedCell, to json: inout JSONWriter) {
        json.object { json in
            json.member("family", cell.cell.familyName)
            json.member("horizon", cell.cell.horizon.code)
            json.member("samples", cell.samples)
            json.member("companies", cell.companies)
            json.member("evidence", cell.evidence.rawValue)
            json.member("model_id", cell.modelID)
            json.member("promoted", cell.promoted)
            json.member("weight", number: cell.weight)
            json.member("reason", cell.reason)
            json.member("gate", cell.decision.map(DecisionJSON.init))
        }
    }
}
