import Evaluation
import Market
import Models
import Scores

/// The standing of one slot: badge, model and reasons.
enum CellSentences {
    /// The slot in words: `8-K current report, 5-Day`.
    static func name(_ cell: Cell) -> Sentence {
        let family = cell.family.map { Wording.name(of: $0) } ?? "all families"
        return "\(label: family), \(label: Wording.badge(cell.horizon))"
    }

    /// Badge and reasons of a slot.
    static func status(_ report: CellReport) -> Sentence {
        let reason = Quote.safe(report.health.reason) ?? "no reason stored"
        return "\(name(report.cell)): \(word: report.health.badge.rawValue) (\(quote: reason))."
    }

    /// The model of a slot, its status, and what it may do.
    static func model(_ report: CellReport) -> Sentence {
        guard let model = report.model else { return "\(name(report.cell)): no model was trained." }
        let link = Run.model(id: model.id, label: Wording.modelVersion(model.version.text))
        let samples = NumberFact.count("training_events", model.sampleCount)
        let companies = NumberFact.count("training_companies", model.companyCount)
        var sentence: Sentence =
            "\(name(report.cell)): \(link), \(word: words(model.status)), resting on \(samples) labelled "
            + "events of \(companies) companies with outcomes to \(label: model.trainingCutOff.iso8601)"
        sentence =
            model.weight > 0
            ? sentence + ", weight \(NumberFact.measured("weight", model.weight, .plain, decimals: 2))"
            : sentence + ", without weight in the score"
        return "\(sentence)."
    }

    private static func words(_ status: ModelStatus) -> String {
        switch status {
        case .staging: "in staging"
        case .champion: "in use"
        case .archived: "archived"
        }
    }
}
