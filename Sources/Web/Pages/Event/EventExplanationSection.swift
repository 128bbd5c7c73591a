import Charts
import Market
import Markup
import Scores
import Storage

/// How the score comes about: the waterfall, what the groups of features add, and every term.
struct EventExplanationSection: Sendable {
    /// The page.
    let page: EventDetailPage

    /// Writes the section; nothing where the event has no base score.
    func write(to html: inout HTMLWriter) {
        guard page.row.base != nil else { return }
        html.block("explanation", "How the score comes about", aside: aside) { html in
            switch page.breakdown {
            case .failed(let what): html.failed(what)
            case .value(let breakdown):
                write(breakdown?.factors ?? [], notes: breakdown?.notes ?? [], to: &html)
            }
        }
    }

    private var aside: HTMLFragment {
        page.shown.map { HTMLFragment(text: Wording.badge($0.horizon)) } ?? .empty
    }

    private func write(_ factors: [ScoreFactor], notes: [String], to html: inout HTMLWriter) {
        let prediction = page.shown
        let groups = ContributionGroup.groups(of: prediction?.contributions ?? [])
        html.element("div", ["class": "columns"]) { html in
            html.element("div") { html in
                html.append(waterfall(factors, groups: groups, prediction: prediction).figure())
            }
            html.element("div") { html in
                Self.writeFactors(factors, notes: notes, to: &html)
                if let prediction { writeContributions(prediction, groups: groups, to: &html) }
            }
        }
        if let prediction, prediction.score.isApplied { writeAllTerms(prediction, to: &html) }
    }

    private func waterfall(
        _ factors: [ScoreFactor],
        groups: [ContributionGroup],
        prediction: Prediction?
    ) -> ScoreWaterfall {
        let base = prediction?.score.base.value ?? page.row.base?.score ?? 0
        return ScoreWaterfall(
            heading: ChartHeading(
                id: "waterfall",
                title: "From the rules to the score",
                note: "Points of the impact scale"
            ),
            factors: factors.map { ScoreWaterfall.Part(FactorName.text($0), $0.points) },
            baseScore: base,
            contributions: Self.parts(groups),
            adjustedScore: prediction?.score.adjusted.value ?? base,
            limit: Guardrail.limit,
            notApplied: prediction == nil ? "Not scored yet" : prediction?.score.reason?.text
        )
    }

    /// The groups that the picture can show; what is less than its digits is one part.
    private static func parts(_ groups: [ContributionGroup]) -> [ScoreWaterfall.Part] {
        let visible = groups.filter { abs($0.points) >= 0.05 }
        let rest = groups.filter { abs($0.points) < 0.05 }
        let parts = visible.map { ScoreWaterfall.Part($0.title, $0.points) }
        guard rest.count > 1 else { return groups.map { ScoreWaterfall.Part($0.title, $0.points) } }
        let name = "\(NumberText.count(rest.count)) groups below 0.05 points each"
        return parts + [ScoreWaterfall.Part(name, rest.reduce(0) { $0 + $1.points })]
    }

    private static func writeFactors(_ factors: [ScoreFactor], notes: [String], to html: inout HTMLWriter) {
        var table = TableMarkup(
            caption: Wording.baseScoreLabel,
            columns: [.text("Factor"), .number("Points", decimals: 1), .text("Why")]
        )
        for factor in factors {
            table.addRow([.text(FactorName.text(factor)), .signed(factor.points), .wide(factor.why)])
        }
        table.write(to: &html)
        guard !notes.isEmpty else { return }
        html.element("p", ["class": "note"], text: notes.joined(separator: " "))
    }

    private func writeContributions(
        _ prediction: Prediction,
        groups: [ContributionGroup],
        to html: inout HTMLWriter
    ) {
        if let reason = prediction.score.reason {
            return html.element("p", ["class": "not-applied"], text: reason.text)
        }
        guard isSplit(prediction) else {
            html.empty(
                "The model adjusted the score by \(HorizonScore.change(prediction.score.adjustment.value)) points; what "
                    + "each feature added is not stored with this prediction.",
                remedy: "The next run stores it:",
                command: "market-echo score"
            )
            return writeRule(prediction, to: &html)
        }
        var table = TableMarkup(
            caption: "Adjustment of the model",
            columns: [.text("Group of features"), .number("Terms"), .number("Points", decimals: 2)]
        )
        for group in groups {
            table.addRow([.text(group.title), .count(group.terms), .signed(group.points)])
        }
        table.addRow(
            [
                .text("Adjustment"), .count(prediction.contributions.count),
                .signed(prediction.score.adjustment.value),
            ],
            class: "total"
        )
        table.write(to: &html)
        writeRule(prediction, to: &html)
    }

    /// Whether the adjustment is split into features.
    private func isSplit(_ prediction: Prediction) -> Bool {
        !prediction.contributions.contains { $0.feature == Explanation.unsplit }
    }

    private func writeRule(_ prediction: Prediction, to html: inout HTMLWriter) {
        guard let predicted = prediction.score.predictedImpact?.value,
            let weight = prediction.score.weight?.value
        else { return }
        let base = prediction.score.base.value
        let isCut = abs(weight * (predicted - base)) > Guardrail.limit
        html.element("p", ["class": "note"]) { html in
            html.text("The model predicts an impact of \(NumberText.decimal(predicted, decimals: 1)); ")
            html.text(
                "of the distance to the base score \(NumberText.percent(weight, decimals: 0)) is applied"
            )
            html.text(isCut ? ", cut at the guardrail of " : ", within the guardrail of ")
            html.text("\(NumberText.decimal(Guardrail.limit, decimals: 0)) points.")
        }
    }

    private func writeAllTerms(_ prediction: Prediction, to html: inout HTMLWriter) {
        guard isSplit(prediction) else { return }
        let terms = prediction.contributions.filter { abs($0.points) >= 0.005 }
        let tiny = prediction.contributions.count - terms.count
        html.element("details") { html in
            html.element(
                "summary",
                text: "All \(NumberText.count(terms.count, "term", "terms")) of 0.01 points or more"
            )
            var table = TableMarkup(
                caption: "Terms of the adjustment, largest first",
                columns: [.text("Feature"), .text("What it is"), .number("Points", decimals: 2)]
            )
            for term in terms.sorted(by: { abs($0.points) > abs($1.points) }) {
                table.addRow([
                    .fragment(HTMLFragment { $0.element("code", text: term.feature) }),
                    .wide(FactorName.definition(ofFeature: term.feature)), .signed(term.points),
                ])
            }
            table.write(to: &html)
            if tiny > 0 {
                html.element(
                    "p",
                    ["class": "note"],
                    text:
                        "\(NumberText.count(tiny, "more term adds", "more terms add")) less than 0.01 points each."
                )
            }
        }
    }
}
