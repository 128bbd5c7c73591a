import Evaluation
import Market
import Markup
import Models

/// Which slots and kinds the monitoring tables list.
///
/// With many slots the tables of the first page keep to the visitor's horizon; the slots that are left out have a page.
struct MonitoredSlots: Sendable {
    let report: MonitoringReport
    /// The horizon that the tables keep to; nil for all.
    let horizon: Horizon?

    /// Slots up to which the tables list every horizon.
    static let limit = 9

    /// Chooses the slots.
    init(_ report: MonitoringReport, horizon: Horizon, isWhole: Bool) {
        self.report = report
        let isMany = report.cells.count > Self.limit
        self.horizon = isMany && !isWhole ? horizon : nil
        isSingle = report.families.count == 1 && !isWhole
    }

    /// The slots that are listed.
    var cells: [CellReport] {
        report.cells.filter { cell in
            (horizon == nil || cell.cell.horizon == horizon) && !(isSingle && cell.cell.family == nil)
        }
    }

    /// Whether the slots over all families are left out since there is one family and they rest on the same events.
    let isSingle: Bool

    /// Names of the confidence bands.
    var bandNames: [String] {
        report.cells.lazy.flatMap(\.samples).compactMap(\.direction).first?.bands.map(\.name) ?? []
    }

    /// Adds the rows of a table, under a heading for each kind of predictions; slots without the figure are left out.
    func addRows(to table: inout TableMarkup, _ row: (SampleReport) -> [TableMarkup.Cell]?) {
        for kind in SampleKind.allCases {
            let rows = cells.compactMap { cell -> (Cell, [TableMarkup.Cell])? in
                guard let sample = cell.sample(kind), let cells = row(sample) else { return nil }
                return (cell.cell, cells)
            }
            guard !rows.isEmpty else { continue }
            table.addGroup(kind.title)
            for (cell, cells) in rows { table.addRow([.text(SlotName.text(cell))] + cells) }
        }
    }
}
