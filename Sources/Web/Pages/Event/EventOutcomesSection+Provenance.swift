import Market
import Markup
import Scores
import Storage

/// Where labels come from, and what they were before prices were revised.
extension EventOutcomesSection {
    func writeProvenance(_ labelled: [HorizonLabels], to html: inout HTMLWriter) {
        html.element("details") { html in
            html.element("summary", text: "Where these labels come from")
            var table = TableMarkup(
                caption: "Provenance of the labels",
                columns: [
                    .text("Horizon"), .text("Base close"), .text("Outcome close"), .text("Benchmark"),
                    .text("Closes used"), .text("Label rules"), .text("Last trained on by"),
                    .text("Recorded, ET"),
                ]
            )
            for labels in labelled {
                guard let label = labels.label else { continue }
                table.addRow([
                    .text(Wording.badge(labels.horizon)),
                    .fragment(HTMLFragment { $0.day(label.baseSession) }),
                    .fragment(HTMLFragment { $0.day(label.outcomeSession) }),
                    .text(label.benchmark),
                    .fragment(HTMLFragment { $0.element("code", text: label.priceVintage) }),
                    .text(label.labelVersion),
                    .fragment(HTMLFragment { Self.writeModel(label.trainedVersion, to: &$0) }),
                    .fragment(HTMLFragment { $0.instant(label.recordedAt, zone: false) }),
                ])
            }
            table.write(to: &html)
        }
    }

    func writeRevisions(_ revised: [HorizonLabels], to html: inout HTMLWriter) {
        html.element("details") { html in
            let count = revised.reduce(0) { $0 + $1.revisions.count }
            html.element(
                "summary",
                text:
                    "\(NumberText.count(count, "earlier value", "earlier values")) before prices were revised"
            )
            var table = TableMarkup(
                caption: "Values that were replaced",
                columns: [
                    .text("Horizon"), .number("Abnormal, %", decimals: 2),
                    .number("Realized impact", decimals: 1),
                    .text("Closes used"), .text("Recorded, ET"), .text("Replaced, ET"),
                ]
            )
            for labels in revised {
                for record in labels.revisions {
                    table.addRow([
                        .text(Wording.badge(labels.horizon)), .signed(record.abnormalReturn * 100),
                        .number(record.realizedImpact),
                        .fragment(HTMLFragment { $0.element("code", text: record.priceVintage) }),
                        .fragment(HTMLFragment { $0.instant(record.recordedAt, zone: false) }),
                        .fragment(
                            HTMLFragment { html in
                                guard let at = record.supersededAt else {
                                    return html.text(NumberText.missing)
                                }
                                html.instant(at, zone: false)
                            }
                        ),
                    ])
                }
            }
            table.write(to: &html)
        }
    }

    private static func writeModel(_ version: String?, to html: inout HTMLWriter) {
        guard let version else { return html.text("no model yet") }
        // A model's key is its name and version; an older entry may be a version alone.
        guard version.contains("@") else { return html.text(version) }
        html.link(version, to: PageAddress.model(version))
    }
}
