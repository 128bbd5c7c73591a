import JSONText
import Market
import Pipeline

/// What an import of prices did.
struct PriceImportPresentation: Presentation {
    let report: PriceImportReport
    let path: String

    func print(to results: ResultPrinter) throws {
        try results.print(title: "Prices of \(path)")
        var table = TextTable([.text("what"), .number("count")])
        table.add(["series written", Format.count(report.written.count)])
        table.add(["series unchanged", Format.count(report.unchanged.count)])
        table.add(["bars written", Format.count(report.bars)])
        table.add(["values repaired", Format.count(report.repairs.count)])
        try results.print(table)
        if !report.findings.isEmpty {
            try results.print()
            try results.print(title: "Bars set aside, and breaks")
            try results.print(findingTable)
        }
        try results.print(remarks: report.problems, title: "Not read")
        try results.print(remarks: report.notes, title: "Notes")
        try results.print()
        try results.print(
            sentence: (report.written.isEmpty ? "Nothing to do: " : "")
                + "\(Words.count(report.files, "file")) read, \(Words.count(report.problems.count, "problem"))."
        )
    }

    private var findingTable: TextTable {
        var table = TextTable([.text("reason"), .number("bars"), .number("symbols"), .prose("first")])
        for reason in QuarantineReason.allCases {
            let found = report.findings.filter { $0.finding.reason == reason }
            guard let first = found.first else { continue }
            table.add([
                reason.rawValue, Format.count(found.count), Format.count(Set(found.map(\.ticker)).count),
                "\(first.ticker) \(first.finding.day): \(first.finding.detail)",
            ])
        }
        return table
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("path", path)
            json.member("files", report.files)
            json.member("written", report.written)
            json.member("unchanged", report.unchanged)
            json.member("bars", report.bars)
            json.member("repaired", report.repairs.count)
            json.member(
                "findings",
                array: { json in
                    for found in report.findings {
                        json.object { json in
                            json.member("ticker", found.ticker)
                            json.member("date", found.finding.day.iso8601)
                            json.member("reason", found.finding.reason.rawValue)
                            json.member("detail", found.finding.detail)
                        }
                    }
                }
            )
            json.member("problems", report.problems)
            json.member("notes", report.notes)
        }
    }
}
