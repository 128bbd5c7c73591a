import Events
import JSONText
import Market
import Scores

/// One event's scores at all horizons with their explanation.
struct PredictionPresentation: Presentation {
    let predictions: PredictionSet

    private static let mostContributions = 8
    private static let adjustedHeader = Wording.adjustedScoreLabel.replacing(" (", with: "\n(")

    func print(to results: ResultPrinter) throws {
        guard let first = predictions.predictions.first else { return }
        try results.print(
            title: "\(first.ticker)  \(Wording.name(of: first.eventType))  \(first.eventID)"
        )
        try results.print(baseTable(first))
        try results.print()
        try results.print(horizonTable)
        for sentence in notAppliedSentences { try results.print(sentence: sentence) }
        if predictions.predictions.contains(where: { !$0.contributions.isEmpty }) {
            try results.print()
            try results.print(title: "What the adjustment is made of, points")
            try results.print(contributionTable)
        }
        try results.print()
        for line in provenance { try results.print(line) }
        try results.print(sentence: Prediction.disclaimer)
    }

    private func baseTable(_ prediction: Prediction) -> TextTable {
        var table = TextTable([.text(Wording.baseScoreLabel), .number("points"), .prose("why")])
        for factor in prediction.baseBreakdown {
            table.add([factor.id, Format.signed(factor.points, digits: 1), factor.why])
        }
        table.addRule()
        table.add(["base score", Format.decimal(prediction.score.base.value, digits: 1)])
        return table
    }

    private var horizonTable: TextTable {
        var table = TextTable([
            .text("horizon"), .number("adjust-\nment"), .number(Self.adjustedHeader), .text("direction"),
            .number("P(up),\n%"), .number("move,\n%"), .number("80 % range,\n%"),
        ])
        for prediction in predictions.predictions {
            let score = prediction.score
            table.add([
                prediction.horizon.badge,
                score.isApplied ? Format.signed(score.adjustment.value, digits: 1) : Format.missing,
                Format.decimal(score.adjusted.value, digits: 1), prediction.direction.direction.rawValue,
                Format.decimal(prediction.direction.probabilityUp.map { $0.value * 100 }, digits: 1),
                Format.decimal(prediction.predictedMove?.value, digits: 2),
                prediction.interval80.map {
                    "\(Format.signed($0.lower.value, digits: 2)) to \(Format.signed($0.upper.value, digits: 2))"
                } ?? Format.missing,
            ])
        }
        return table
    }

    /// One sentence for each reason, with the horizons that it holds for.
    private var notAppliedSentences: [String] {
        NotAppliedReason.allCases.compactMap { reason in
            let horizons = predictions.predictions.filter { $0.score.reason == reason }.map(\.horizon.badge)
            return horizons.isEmpty ? nil : "\(Words.list(horizons)): \(reason.text)."
        }
    }

    private var contributionTable: TextTable {
        let shown = predictions.predictions
        var points: [String: [Horizon: Double]] = [:]
        for prediction in shown {
            for term in prediction.contributions {
                points[term.feature, default: [:]][prediction.horizon, default: 0] += term.points
            }
        }
        func size(_ feature: String) -> Double { points[feature]?.values.map { abs($0) }.max() ?? 0 }
        let features = points.keys.sorted { (size($0), $1) > (size($1), $0) }
        var table = TextTable([.text("feature")] + shown.map { .number($0.horizon.badge) })
        func add(_ name: String, _ value: (Horizon) -> Double?) {
            table.add([name] + shown.map { Format.signed(value($0.horizon), digits: 2) })
        }
        for feature in features.prefix(Self.mostContributions) { add(feature) { points[feature]?[$0] } }
        let others = features.dropFirst(Self.mostContributions)
        if !others.isEmpty {
            add("\(others.count) others") { horizon in
                others.compactMap { points[$0]?[horizon] }.reduce(0, +)
            }
        }
        return table
    }

    private var provenance: [String] {
        var lines: [String] = []
        for prediction in predictions.predictions {
            let scope = Wording.modelFamily(prediction.model?.scope)
            let version = Wording.modelVersion(prediction.model?.version)
            lines.append("\(prediction.horizon.badge.rightPadded(to: 7)) \(scope). \(version).")
        }
        return lines
    }

    func write(to json: inout JSONWriter) { predictions.write(to: &json) }
}
