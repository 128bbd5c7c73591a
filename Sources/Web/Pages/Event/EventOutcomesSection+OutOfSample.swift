import Market
import Markup
import Scores
import Storage

/// What the model predicted about this event before it had learnt from it.
extension EventOutcomesSection {
    func writeOutOfSample(_ labelled: [HorizonLabels], to html: inout HTMLWriter) {
        html.part(page.outOfSample) { html, records in
            let rows = labelled.compactMap { labels in
                record(labels.horizon, of: records).map { (labels, $0) }
            }
            guard !rows.isEmpty else { return }
            var table = TableMarkup(
                caption: "Predicted out of sample, by a training that did not see this event: points",
                columns: [
                    .text("Horizon"), .text("Way"), .number("Predicted impact", decimals: 1),
                    .number("Realized impact", decimals: 1), .number("Error", decimals: 1),
                    .number("Error of base score", decimals: 1),
                    .number("Error of item-group median", decimals: 1),
                ],
                class: "fit"
            )
            for (labels, record) in rows {
                let impact = labels.label?.realizedImpact
                func error(_ estimate: Double?) -> TableMarkup.Cell {
                    .number(estimate.flatMap { estimate in impact.map { abs(estimate - $0) } })
                }
                table.addRow([
                    .text(Wording.badge(labels.horizon)), .text(SampleName.text(record.kind)),
                    .number(record.predictedImpact), .number(impact), error(record.predictedImpact),
                    error(record.baseScore), error(record.itemGroupMedian),
                ])
            }
            table.write(to: &html)
        }
    }

    /// The record of the model that serves the horizon, else any.
    private func record(_ horizon: Horizon, of records: [OutOfSampleRecord]) -> OutOfSampleRecord? {
        let own = records.filter { $0.horizon == horizon && $0.predictedImpact != nil }
        let serving = page.predictions.first { $0.horizon == horizon }?.model?.id
        return own.last { $0.modelID == serving } ?? own.last
    }
}
