import Markup
import Scores
import Storage

/// The list of events.
struct EventsPage: Page {
    /// Live counts.
    let counts: Loaded<PrototypeNotice.Counts>
    /// What is listed.
    let filter: EventListFilter
    /// One page of the list.
    let events: Loaded<EventPage>
    /// Whether the list is shown from its start.
    let isFirst: Bool

    /// Events of a page.
    static let limit = 30

    let title = "Events"
    let description = "Market events with base score and AI-adjusted score, estimates of a prototype."
    let place: PageShell.Place? = .events

    func write(to html: inout HTMLWriter) {
        html.pageTitle(
            title,
            mark: "Prototype",
            lede:
                "What companies and regulators announced, and how large a move for the stock each estimate expects."
        )
        PrototypeNotice(counts).write(to: &html)
        EventListForm(filter: filter).write(to: &html)
        switch events {
        case .failed(let what): html.failed(what)
        case .value(let page): writeList(page, to: &html)
        }
    }

    private func writeList(_ page: EventPage, to html: inout HTMLWriter) {
        html.block("list", Self.heading(page.total ?? page.rows.count), aside: aside(page)) { html in
            guard !page.rows.isEmpty else { return writeEmpty(to: &html) }
            html.element("ul", ["class": "cards"]) { html in
                for (position, row) in page.rows.enumerated() {
                    EventCard(row: row, horizon: filter.horizon, position: position).write(to: &html)
                }
            }
            Pager(
                first: isFirst ? nil : filter.address,
                next: page.next.map(filter.address(after:)),
                names: filter.sort == .newest
                    ? ("Newest events", "Older events") : ("Highest scores", "Lower scores")
            )
            .write(to: &html)
        }
    }

    private static func heading(_ total: Int) -> String {
        NumberText.count(total, "event", "events")
    }

    private func aside(_ page: EventPage) -> HTMLFragment {
        guard !page.rows.isEmpty else { return .empty }
        let order = filter.sort == .newest ? "Newest first" : "Highest base score first"
        return HTMLFragment(
            text: "\(order), \(page.rows.count) on this page. Times are New York time (ET). "
                + "Scores at \(Wording.badge(filter.horizon))."
        )
    }

    private func writeEmpty(to html: inout HTMLWriter) {
        if !filter.chips.isEmpty {
            return html.empty(
                "No stored event fits these filters.",
                remedy: "Remove one of them above to see more."
            )
        }
        html.empty(
            "No event is stored yet.",
            remedy: "Import some, or let the demo do all steps:",
            command: "market-echo demo"
        )
    }
}
