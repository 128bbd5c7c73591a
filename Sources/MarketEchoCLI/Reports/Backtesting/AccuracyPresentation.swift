import Evaluation
import JSONText
import Market
import Models
import Scores

/// Accuracy and error by group as a table.
struct AccuracyPresentation: Presentation {
    let table: AccuracyTable

    func print(to results: ResultPrinter) throws {
        let query = table.query
        let rows = query.scope.name
        try results.print(
            title: "\(FigureCells.title(query.kind)): accuracy and error by \(query.groupBy.title), \(rows)"
        )
        guard table.overall.n > 0 else {
            try results.print(sentence: "No graded prediction was made in this way.")
            try results.print(sentence: Wording.disclaimer)
            return
        }
        try results.print(Self.text(table))
        if table.groups.contains(where: \.tooFew) {
            try results.print(
                sentence:
                    "\(Format.missing): fewer than \(AccuracyTable.minimumEvents) graded events are too few."
            )
        }
        try results.print(sentence: Wording.disclaimer)
    }

    /// The table's rows and their total.
    static func text(_ table: AccuracyTable) -> TextTable {
        var text = TextTable([
            .text(table.query.groupBy.title), .number("predic-\ntions"), .number("com-\npanies"),
            .number("days"),
            .number("direction\nright, %"), .number("major-\nity"), .number("error,\npoints"),
            .number("base\nscore"), .number("item\ngroup"),
        ])
        for group in table.groups { text.add(cells(group, group.key)) }
        text.addRule()
        text.add(cells(table.overall, "all"))
        return text
    }

    private static func cells(_ group: AccuracyGroup, _ name: String) -> [String] {
        [
            name, Format.count(group.n), Format.count(group.companies), Format.count(group.days),
            FigureCells.share(group.accuracy), FigureCells.share(group.accuracy, of: "majority_class"),
            FigureCells.points(group.impactError), FigureCells.points(group.impactError, of: "base_score"),
            FigureCells.points(group.impactError, of: "item_group_median"),
        ]
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("table", table)
            json.member("disclaimer", Wording.disclaimer)
        }
    }
}
