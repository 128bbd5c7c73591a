import Evaluation
import JSONText
import Outcomes
import Pipeline
import Scores
import Statistics

/// An event study as a table.
struct EventStudyPresentation: Presentation {
    let report: EventStudyReport
    let grouping: EventStudyGrouping

    func print(to results: ResultPrinter) throws {
        try results.print(
            title: "Event study: abnormal returns over \(report.window.notation), by \(grouping.rawValue)"
        )
        guard !report.rows.isEmpty else {
            try results.print(sentence: "No event was chosen.")
            try results.print(sentence: Wording.disclaimer)
            return
        }
        var table = TextTable([
            .text("group"), .number("events"), .number("com-\npanies"), .number("days"),
            .number("CAAR, %"), .number("95 % band"), .number("t\np"), .number("Patell\np"),
            .number("BMP\np"), .number("KP\np"), .number("rank\np"), .number("sign\np"),
            .number("KP,\nHolm"),
        ])
        for row in report.rows { table.add(cells(row)) }
        try results.print(table)
        try results.print(sentence: Wording.disclaimer)
    }

    private func cells(_ row: EventStudyReport.Row) -> [String] {
        let band = row.band.map {
            "\(Format.signed(100 * $0.lower, digits: 2)) to \(Format.signed(100 * $0.upper, digits: 2))"
        }
        let tests = row.tests
        let results = [
            tests.crossSectional, tests.patell, tests.standardized, tests.adjusted, tests.rank, tests.sign,
        ]
        return [
            row.group, Format.count(row.n), Format.count(row.companies), Format.count(row.days),
            Format.signed(row.mean.map { 100 * $0 }, digits: 2), band ?? Format.missing,
        ] + results.map { Format.pValue($0?.pValue) } + [Format.pValue(row.holm)]
    }

    func write(to json: inout JSONWriter) { report.write(to: &json) }
}
