import Charts
import Events
import Market
import Markup
import Scores
import Storage

/// One company: facts, price with its events, the events, and what they did by family.
struct CompanyPage: Page {
    /// Live counts.
    let counts: Loaded<PrototypeNotice.Counts>
    /// What is stored of it.
    let overview: CompanyOverview
    /// Its adjusted closes.
    let closes: Loaded<[AdjustedClose]>
    /// Its newest events, newest first.
    let events: Loaded<[EventListRow]>
    /// What its events did, by family.
    let outcomes: Loaded<[FamilyOutcomes]>

    /// What the events of a family did.
    struct FamilyOutcomes: Sendable, Equatable {
        /// The family.
        let family: EventFamily
        /// The histories by horizon.
        let histories: [Horizon: HistoryOfKind]
    }

    /// Events that the picture marks at most.
    static let marked = 400
    /// Events of the table.
    static let listed = 25

    var title: String { overview.ticker }
    var description: String { "Events, prices and outcomes of \(overview.ticker)." }
    let place: PageShell.Place? = .events

    func write(to html: inout HTMLWriter) {
        html.element("nav", ["class": "crumbs", "aria-label": "Where this page is"]) { html in
            html.link("Events", to: "/events")
            html.raw(" <span aria-hidden=\"true\">/</span> ")
            html.element("span", ["aria-current": "page"], text: overview.ticker)
        }
        html.element("div", ["class": "title"]) { html in
            html.element("h1") { html in
                html.text(overview.ticker)
                if let name = overview.name, !name.isEmpty {
                    html.text(" ")
                    html.outsideText(name, longest: 80)
                }
            }
            html.mark("Prototype")
        }
        html.element(
            "p",
            ["class": "lede"],
            text: "What happened to the company, and what its price then did."
        )
        PrototypeNotice(counts).write(to: &html)
        html.element("div", ["class": "columns wide-left"]) { html in
            html.element("div") { writePrice(to: &$0) }
            html.element("div") { writeFacts(to: &$0) }
        }
        writeOutcomes(to: &html)
        writeEvents(to: &html)
    }

    // MARK: Sections

    private func writeFacts(to html: inout HTMLWriter) {
        html.block("facts", "Facts") { html in
            html.stats([
                Stat(
                    "Events",
                    NumberText.count(overview.events),
                    note: span(overview.firstEvent, overview.lastEvent)
                ),
                Stat(
                    "Labelled outcomes",
                    NumberText.count(overview.labelCounts.values.reduce(0, +)),
                    note: Horizon.allCases.map {
                        "\(Wording.badge($0)) \(NumberText.count(overview.labelCounts[$0] ?? 0))"
                    }
                    .joined(separator: ", ")
                ),
                Stat(
                    "Sessions with prices",
                    overview.series.map { NumberText.count($0.bars) } ?? NumberText.missing,
                    note: overview.series.map { "\($0.firstDay.iso8601) to \($0.lastDay.iso8601)" }
                        ?? "none stored"
                ),
            ])
            html.facts { html in
                html.fact("Sector", text: overview.instrument?.sector)
                html.fact("Size", text: overview.instrument?.sizeClass)
                html.fact("Industry (SIC)", text: overview.instrument?.sic.map { "\($0)" })
                if let cik = overview.instrument?.cik {
                    html.fact("EDGAR number") { html in
                        html.outsideLink(
                            cik,
                            to: "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=\(cik)"
                        )
                    }
                }
                if let series = overview.series {
                    html.fact("Prices from") { html in
                        html.text("\(series.source), fetched ")
                        html.instant(series.fetchedAt)
                    }
                    html.fact("Set aside as suspect", text: Self.suspect(series))
                }
            }
        }
    }

    private func writePrice(to html: inout HTMLWriter) {
        html.block("price", "Price") { html in
            html.part(closes) { html, closes in
                guard !closes.isEmpty else {
                    return html.empty(
                        "No price of \(overview.ticker) is stored, so no outcome of its events can be known.",
                        remedy: "Import prices with",
                        command: "market-echo import prices PATH"
                    )
                }
                html.append(chart(closes).figure())
            }
        }
    }

    private func chart(_ closes: [AdjustedClose]) -> PriceChart {
        let rows = events.value ?? []
        let note =
            rows.count < overview.events
            ? "Adjusted closes; the newest \(rows.count) of \(NumberText.count(overview.events)) events are marked"
            : "Adjusted closes"
        return PriceChart(
            heading: ChartHeading(
                id: "price-chart",
                title: "\(overview.ticker): price and events",
                sample: ChartSample(events: rows.count),
                note: note
            ),
            prices: closes.map {
                PriceChart.Price(day: ChartDay(daysSinceEpoch: $0.day.daysSinceEpoch), close: $0.close)
            },
            events: rows.map { row in
                PriceChart.Event(
                    day: ChartDay(
                        daysSinceEpoch: NewYork.wallClock(of: row.event.knownAt).day.daysSinceEpoch
                    ),
                    title: OutsideText.shortened(row.event.shownTitle, longest: OutsideText.inTable),
                    family: Wording.name(of: row.event.family),
                    score: row.score(HorizonScore.standard)?.adjusted ?? row.base?.score,
                    address: PageAddress.event(row.event.eventID)
                )
            },
            isLogarithmic: Self.spansOrders(closes)
        )
    }

    private func writeOutcomes(to html: inout HTMLWriter) {
        html.block("outcomes", "Outcomes by family") { html in
            html.part(outcomes) { html, outcomes in
                guard outcomes.contains(where: { $0.histories.values.contains { $0.n > 0 } }) else {
                    return html.empty(
                        "No outcome of an event of \(overview.ticker) is known.",
                        remedy: "Labels are made by",
                        command: "market-echo label-events"
                    )
                }
                Self.table(outcomes).write(to: &html)
            }
        }
    }

    private static func table(_ outcomes: [FamilyOutcomes]) -> TableMarkup {
        var table = TableMarkup(
            caption: "What the events did, by family and horizon",
            columns: [
                .text("Horizon"), .number("Outcomes"), .number("Mean impact", decimals: 1),
                .number("Median impact", decimals: 1), .number("Up, %"), .number("n of up"),
                .number("Mean size of move, %", decimals: 1),
            ],
            class: "fit"
        )
        for family in outcomes {
            table.addGroup(Wording.name(of: family.family))
            for horizon in Horizon.allCases {
                let history = family.histories[horizon] ?? HistoryOfKind()
                table.addRow([
                    .text(Wording.badge(horizon)), .count(history.n), .number(history.meanImpact),
                    .number(history.medianImpact), .number(history.shareUp.map { $0 * 100 }),
                    .count(history.directions), .number(history.meanAbsoluteMove.map { $0 * 100 }),
                ])
            }
        }
        return table
    }

    private func writeEvents(to html: inout HTMLWriter) {
        let all = PageAddress.events([("ticker", overview.ticker)])
        html.block("events", "Events", aside: HTMLFragment { $0.link("All with filters", to: all) }) { html in
            html.part(events) { html, rows in
                guard !rows.isEmpty else { return html.empty("No event of \(overview.ticker) is stored.") }
                let shown = Array(rows.prefix(Self.listed))
                let caption =
                    shown.count < overview.events
                    ? "The newest \(shown.count) of \(NumberText.count(overview.events)) events"
                    : "All events"
                EventTable(caption: caption, rows: shown, showsTicker: false).write(to: &html)
            }
        }
    }

    // MARK: Words

    private func span(_ first: UTCInstant?, _ last: UTCInstant?) -> String {
        guard let first, let last else { return "" }
        return "\(NewYork.wallClock(of: first).day.iso8601) to \(NewYork.wallClock(of: last).day.iso8601)"
    }

    private static func suspect(_ series: SeriesFacts) -> String? {
        guard series.quarantined + series.breaks.count > 0 else { return nil }
        return "\(NumberText.count(series.quarantined, "day", "days")), "
            + NumberText.count(series.breaks.count, "break in the level", "breaks in the level")
    }

    /// Whether the highest close is four times the lowest or more, so that equal distances should be equal ratios.
    private static func spansOrders(_ closes: [AdjustedClose]) -> Bool {
        guard let lowest = closes.map(\.close).min(), let highest = closes.map(\.close).max() else {
            return false
        }
        return lowest > 0 && highest / lowest >= 4
    }
}
