import Market
import Markup
import Outcomes
import Scores
import Storage

/// How fresh and how complete the stored data are.
struct DataQualityMarkup: Sendable {
    let quality: DataQuality
    let now: UTCInstant

    /// Series and breaks that the page lists by name; the API has all of them.
    private static let longestList = 60

    /// Writes sources, prices and events without an outcome.
    func write(to html: inout HTMLWriter) {
        html.subheading("Freshness of sources", id: "sources")
        if quality.sources.isEmpty {
            html.empty(
                "No event is stored yet.",
                remedy: "Import some with",
                command: "market-echo import events PATH"
            )
        } else {
            html.append(sources.fragment)
        }
        html.subheading("Prices", id: "prices")
        if quality.prices.series == 0 {
            html.empty(
                "No price is stored yet.",
                remedy: "Import some with",
                command: "market-echo import prices PATH"
            )
        } else {
            prices(to: &html)
        }
        html.subheading("Events without an outcome", id: "survivorship")
        if quality.survivorship.isEmpty {
            html.empty("No event is stored yet, so none can lack an outcome.")
        } else {
            SurvivorshipMarkup(rows: quality.survivorship, share: quality.unlabelledShare).write(to: &html)
        }
    }

    // MARK: Sources

    private var sources: TableMarkup {
        var table = TableMarkup(
            caption: "Events by source; times are New York’s",
            columns: [
                .text("Source"), .number("Events"), .text("Newest event known"), .text("Age"),
                .text("Last ingested"),
                .text("Age of ingestion"),
            ],
            class: "fit"
        )
        for source in quality.sources {
            table.addRow([
                .text(source.source), .count(source.events),
                .fragment(HTMLFragment { $0.instant(source.lastKnownAt, zone: false) }),
                .text(TimeText.age(of: source.lastKnownAt, at: now)),
                .fragment(HTMLFragment { $0.instant(source.lastIngestedAt, zone: false) }),
                .text(TimeText.age(of: source.lastIngestedAt, at: now)),
            ])
        }
        return table
    }

    // MARK: Prices

    private func prices(to html: inout HTMLWriter) {
        let prices = quality.prices
        let set = prices.quarantined.values.reduce(0, +)
        html.stats([
            Stat(
                "Price series",
                NumberText.count(prices.series),
                note: "\(NumberText.count(prices.bars)) days of prices"
            ),
            Stat(
                "Last day",
                prices.lastDay?.iso8601 ?? NumberText.missing,
                note: prices.lastFetchedAt.map { "read \(TimeText.age(of: $0, at: now))" } ?? ""
            ),
            Stat(
                "Series that end earlier",
                NumberText.count(prices.stale.count),
                note: "ended, renamed or not refreshed"
            ),
            Stat("Closes set aside", NumberText.count(set), note: "suspect, not used"),
        ])
        if !prices.quarantined.isEmpty { html.append(quarantine.fragment) }
        if !prices.stale.isEmpty { stale(to: &html) }
        if !prices.breaks.isEmpty { html.append(breaks.fragment) }
    }

    private var quarantine: TableMarkup {
        var table = TableMarkup(
            caption: "Closes that are not used, by reason",
            columns: [.text("Reason"), .number("Closes")],
            class: "fit"
        )
        for (reason, n) in quality.prices.quarantined.sorted(by: {
            ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
        }) {
            table.addRow([.text(QuarantineText.text(reason)), .count(n)])
        }
        return table
    }

    private func stale(to html: inout HTMLWriter) {
        let stale = quality.prices.stale
        html.element("p", ["class": "note"]) { html in
            html.text("Series that end before \(quality.prices.lastDay?.iso8601 ?? "the newest"): ")
            for (index, series) in stale.prefix(Self.longestList).enumerated() {
                if index > 0 { html.text(", ") }
                html.tickerLink(series.ticker)
                html.text("\u{A0}\(series.lastDay)")
            }
            if stale.count > Self.longestList {
                html.text(", and \(NumberText.count(stale.count - Self.longestList)) more")
            }
            html.text(".")
        }
    }

    private var breaks: TableMarkup {
        let all = quality.prices.breaks
        var table = TableMarkup(
            caption: all.count > Self.longestList
                ? "Breaks in the level of a series, the first \(Self.longestList) of \(NumberText.count(all.count)); "
                    + "no outcome is measured across one"
                : "Breaks in the level of a series; no outcome is measured across one",
            columns: [.text("Ticker"), .text("Day"), .text("Reason"), .text("Detail")]
        )
        for item in all.prefix(Self.longestList) {
            table.addRow([
                .fragment(HTMLFragment { $0.tickerLink(item.ticker) }),
                .fragment(RunText.line(item.levelBreak.day.iso8601)),
                .text(QuarantineText.text(item.levelBreak.reason)), .text(item.levelBreak.detail),
            ])
        }
        return table
    }
}

/// Why a close is not used, in words.
enum QuarantineText {
    /// The reason.
    static func text(_ reason: QuarantineReason) -> String {
        switch reason {
        case .nonPositivePrice: "Zero, negative or no number"
        case .highBelowLow: "High below low, or close outside both"
        case .unitError: "A hundred times too large or too small"
        case .missingSplit: "A jump like a split without one"
        case .staleRun: "The same close again and again without volume"
        case .notASession: "A day on which the exchange was closed"
        case .suspectDividend: "A dividend that prices or adjusted closes contradict"
        }
    }
}
