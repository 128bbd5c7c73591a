import Events
import Markup
import Storage

/// Events around an event: linked ones, of the same company, of the same kind.
struct EventRelatedSection: Sendable {
    /// The events with their relation.
    let related: Loaded<[RelatedEvent]>

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        html.block("related", "Related events") { html in
            html.part(related) { html, related in
                guard !related.isEmpty else {
                    return html.empty(
                        "No other event of the company is near, and none of its kind came before."
                    )
                }
                var table = TableMarkup(
                    caption: "Related events, the closest relation first",
                    columns: [.text("Relation"), .text("Known, New York"), .text("Ticker"), .text("Event")]
                )
                for other in related {
                    table.addRow([
                        .text(Self.name(of: other.relation)),
                        .fragment(
                            HTMLFragment {
                                $0.knownAt(
                                    other.event.knownAt,
                                    precision: other.event.timePrecision,
                                    zone: false
                                )
                            }
                        ),
                        .fragment(HTMLFragment { $0.tickerLink(other.event.ticker) }),
                        .wide { EventTable.writeTitle(of: other.event, to: &$0) },
                    ])
                }
                table.write(to: &html)
            }
        }
    }

    private static func name(of relation: RelatedEvent.Relation) -> String {
        switch relation {
        case .sameAnnouncement: "Same announcement"
        case .amended: "Amended by this"
        case .amendment: "Amends this"
        case .sameDay: "Same day"
        case .sameCompany: "Within 30 days"
        case .sameKind: "Same kind before"
        }
    }
}
