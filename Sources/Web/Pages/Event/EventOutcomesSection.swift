import Market
import Markup
import Outcomes
import Scores
import Storage

/// What the price then did, beside what was estimated, with the labels' provenance.
struct EventOutcomesSection: Sendable {
    /// The page.
    let page: EventDetailPage

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        html.block("outcomes", "What happened") { html in
            switch page.labels {
            case .failed(let what): html.failed(what)
            case .value(let labels): write(labels?.horizons ?? [], to: &html)
            }
        }
    }

    private func write(_ horizons: [HorizonLabels], to html: inout HTMLWriter) {
        let labelled = horizons.filter { $0.label != nil }
        guard !labelled.isEmpty else { return writeNothing(horizons, to: &html) }
        writeTable(horizons, to: &html)
        writeMeaning(labelled, to: &html)
        writeOutOfSample(labelled, to: &html)
        writeProvenance(labelled, to: &html)
        let revised = horizons.filter { !$0.revisions.isEmpty }
        if !revised.isEmpty { writeRevisions(revised, to: &html) }
    }

    private func writeNothing(_ horizons: [HorizonLabels], to html: inout HTMLWriter) {
        let states = horizons.map(Self.state)
        let reasons =
            Set(states).count == 1
            ? Array(states.prefix(1))
            : zip(horizons, states).map { "\(Wording.badge($0.horizon)): \($1)" }
        html.empty(
            "No outcome of this event is known. \(reasons.joined(separator: "; ")).",
            remedy: "Labels are made by",
            command: "market-echo label-events"
        )
    }

    private func writeTable(_ horizons: [HorizonLabels], to html: inout HTMLWriter) {
        let benchmark = horizons.lazy.compactMap(\.label).first?.benchmark ?? ""
        var table = TableMarkup(
            caption: "Outcomes by horizon: returns in %, impacts and errors in points",
            columns: [
                .text("Horizon"), .text("Until"), .number("Stock, %", decimals: 1),
                .number("\(benchmark), %", decimals: 1), .number("Abnormal, %", decimals: 1),
                .number("Realized impact", decimals: 1), .number("Error of base", decimals: 1),
                .number("Error of AI-adjusted", decimals: 1), .text("Direction"), .text("80 % range"),
            ]
        )
        for labels in horizons { table.addRow(cells(labels)) }
        table.write(to: &html)
    }

    private func cells(_ labels: HorizonLabels) -> [TableMarkup.Cell] {
        guard let label = labels.label else {
            let nothing = Array(repeating: TableMarkup.Cell.number(nil), count: 6)
            return [.text(Wording.badge(labels.horizon)), "–"] + nothing + [.wide(Self.state(labels)), "–"]
        }
        let prediction = page.predictions.first { $0.horizon == labels.horizon }
        let impact = label.realizedImpact
        let base = page.row.base.map(\.score)
        return [
            .text(Wording.badge(labels.horizon)),
            .fragment(HTMLFragment { $0.day(label.outcomeSession) }),
            .signed(label.stockReturn * 100), .signed(label.benchmarkReturn * 100),
            .signed(label.abnormalReturn * 100), .number(impact),
            .number(impact.flatMap { impact in base.map { abs($0 - impact) } }),
            .number(
                impact.flatMap { impact in
                    prediction.flatMap { $0.score.isApplied ? abs($0.score.adjusted.value - impact) : nil }
                }
            ),
            .wide(Self.verdict(prediction?.direction, label: label.direction)),
            .text(Self.coverage(prediction?.interval80, abnormalReturn: label.abnormalReturn)),
        ]
    }

    private func writeMeaning(_ labelled: [HorizonLabels], to html: inout HTMLWriter) {
        let late = labelled.contains { labels in
            guard let label = labels.label,
                let prediction = page.predictions.first(where: { $0.horizon == labels.horizon })
            else { return false }
            return prediction.predictedAt >= NewYork.instant(day: label.outcomeSession, secondOfDay: 57_600)
        }
        html.element("p", ["class": "note"]) { html in
            html.text("The realized impact ranks the move among the stock's own of the year before. ")
            html.text("An error is the distance between a score and the realized impact.")
            if late {
                html.text(
                    " These scores were made after the outcome was known, and the model may have learnt from "
                )
                html.text("this event: the comparison shows how the estimate works and proves nothing. ")
                html.text(
                    "Accuracy is measured on predictions made without the event, as below where there is one."
                )
            }
        }
    }

    // MARK: Words

    private static func state(_ labels: HorizonLabels) -> String {
        switch labels.state {
        case .labelled: "labelled"
        case .skipped(let reason, _): SkipText.text(reason)
        case .nothingRecorded: "Not labelled yet"
        }
    }

    /// Whether the stated side came true; neutral and uncertain are never graded.
    static func verdict(_ forecast: DirectionForecast?, label: Int) -> String {
        let happened = DirectionText.word(ofLabel: label)
        guard let forecast else { return "Was \(happened)" }
        switch forecast.direction {
        case .neutral, .uncertain:
            return "Was \(happened), \(DirectionText.word(forecast.direction)) stated: not graded"
        case .up, .down:
            let stated = DirectionText.word(forecast.direction)
            if label == 0 { return "Was \(happened), \(stated) stated: not graded" }
            let isRight = (forecast.direction == .up) == (label > 0)
            return "Was \(happened), \(stated) stated: \(isRight ? "right" : "wrong")"
        }
    }

    private static func coverage(_ range: ReturnInterval?, abnormalReturn: Double) -> String {
        guard let range else { return "none stated" }
        let percent = abnormalReturn * 100
        return (range.lower.value...range.upper.value).contains(percent) ? "inside" : "outside"
    }
}
