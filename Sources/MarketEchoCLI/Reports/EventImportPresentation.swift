import JSONText
import Pipeline
import Storage

/// What an import of events did.
struct EventImportPresentation: Presentation {
    let report: EventImportReport
    let path: String

    func print(to results: ResultPrinter) throws {
        try results.print(title: "Events of \(path)")
        var table = TextTable([.text("what"), .number("count")])
        table.add(["new", Format.count(report.events.inserted)])
        table.add(["updated", Format.count(report.events.updated)])
        table.add(["unchanged", Format.count(report.events.unchanged)])
        table.add(["joined with another source", Format.count(report.linked)])
        table.add(["base scores written", Format.count(report.baseScores)])
        try results.print(table)
        try results.print(remarks: report.problems, title: "Not read")
        try results.print(remarks: report.notes, title: "Notes")
        try results.print()
        let isNothing = report.events.written == 0 && report.linked == 0
        try results.print(
            sentence: (isNothing ? "Nothing to do: " : "")
                + "\(Words.count(report.files, "file")) read, \(Words.count(report.problems.count, "problem"))."
        )
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("path", path)
            json.member("files", report.files)
            json.member("new", report.events.inserted)
            json.member("updated", report.events.updated)
            json.member("unchanged", report.events.unchanged)
            json.member("linked", report.linked)
            json.member("base_scores", report.baseScores)
            json.member("problems", report.problems)
            json.member("notes", report.notes)
        }
    }
}
