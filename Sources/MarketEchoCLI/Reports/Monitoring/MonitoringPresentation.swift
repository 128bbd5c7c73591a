import Evaluation
import Events
import JSONText
import Market
import Models
import Scores

/// The monitoring report as tables.
struct MonitoringPresentation: Presentation {
    let report: MonitoringReport

    /// Longer reasons of a slot are cut; `models` shows what the gate said, `--json` all of it.
    private static let longestReason = 120

    func print(to results: ResultPrinter) throws {
        try results.print(title: "\(Wording.monitoringTitle) (\(Wording.internalDiagnostic))")
        try results.print(facts: facts)
        try results.print()
        try results.print(title: "Families")
        try results.print(familyTable)
        for kind in SampleKind.allCases { try print(kind, to: results) }
        try results.print()
        try results.print(title: "Slots")
        try results.print(slotTable)
        try results.print()
        try results.print(sentence: Wording.disclaimer)
    }

    private func print(_ kind: SampleKind, to results: ResultPrinter) throws {
        let samples = report.cells.compactMap { cell in cell.sample(kind).map { (cell.cell, $0) } }
        guard !samples.isEmpty else { return }
        let tables = SampleTables(
            samples: samples,
            highConfidencePoints: report.highConfidenceAdjustment
        )
        for (title, table) in tables.all where !table.isEmpty {
            try results.print()
            try results.print(title: "\(kind.title): \(title)")
            try results.print(table)
        }
    }

    private var facts: [(name: String, value: String)] {
        let labelled = report.labelled
        return [
            (
                "labelled",
                "\(Words.count(labelled.events, "event")) of \(Words.count(labelled.companies, "company", "companies")) "
                    + "on \(Words.count(labelled.days, "day")), \(Words.count(report.totalOutcomes, "outcome"))"
            ),
            ("data as of", report.dataAsOf?.iso8601 ?? Format.missing), ("benchmark", report.benchmark),
            ("intervals", "95 %, clustered by day, outcome window or company, the widest"),
        ]
    }

    private var familyTable: TextTable {
        var table = TextTable([
            .text("family"), .number("labelled\nevents"), .number("com-\npanies"), .number("days"),
            .text("status"), .prose("why"),
        ])
        for family in report.families {
            table.add([
                family.family.rawValue, Format.count(family.labelled.events),
                Format.count(family.labelled.companies), Format.count(family.labelled.days),
                family.health.badge.rawValue, family.health.reason,
            ])
        }
        return table
    }

    private var slotTable: TextTable {
        var table = TextTable([
            .text("slot"), .number("labelled\nevents"), .text("model"), .text("status"), .prose("why"),
        ])
        for cell in report.cells {
            table.add([
                cell.cell.key, Format.count(cell.labelled.events),
                cell.model.map { "\($0.version) \($0.status.rawValue)" } ?? "none",
                cell.health.badge.rawValue,
                cell.health.reason.shortened(to: Self.longestReason),
            ])
        }
        return table
    }

    func write(to json: inout JSONWriter) { report.write(to: &json) }
}

extension SampleKind {
    /// The kind at the head of a table.
    fileprivate var title: String {
        switch self {
        case .walkForward: "Walk-forward"
        case .lockBox: "Lock-box"
        case .live: "Live"
        }
    }
}
