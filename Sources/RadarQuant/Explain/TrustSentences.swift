import Evaluation
import Events
import Market
import Models
import Scores

/// How far the models behind an event's scores can be trusted.
enum TrustSentences {
    static func all(_ facts: ExplanationFacts) -> [Sentence] {
        let cells = spoken(facts)
        var sentences =
            cells.isEmpty ? ["No figures are stored for models of this family."] : cells.flatMap(standing)
        sentences.append(
            "A score is an estimate of how large a move may be, not a forecast of the price; markets change, "
                + "and events of the past need not be like this one."
        )
        return sentences
    }

    /// The slots whose model speaks: that of each prediction, else that of the family.
    private static func spoken(_ facts: ExplanationFacts) -> [CellReport] {
        Horizon.allCases.compactMap { horizon in
            let prediction = facts.predictions?.predictions.first { $0.horizon == horizon }
            let family = Cell(family: facts.event.family, horizon: horizon)
            let wanted: Cell =
                switch prediction?.model?.scope {
                case .family(let own)?: Cell(family: own, horizon: horizon)
                case .global?: Cell(family: nil, horizon: horizon)
                case nil: family
                }
            return facts.cells.first { $0.cell == wanted } ?? facts.cells.first { $0.cell == family }
        }
    }

    /// The badge with its reason, then the out-of-sample figures of the two heads.
    private static func standing(_ report: CellReport) -> [Sentence] {
        let badge = Wording.badge(report.cell.horizon)
        var sentences = [CellSentences.status(report)]
        let sample = report.sample(.walkForward) ?? report.sample(.lockBox) ?? report.sample(.live)
        if let accuracy = sample?.direction?.accuracy {
            sentences.append(
                FigureSentences.sentence(accuracy, subject: "\(label: badge): accuracy of the predicted side")
            )
        }
        if let error = sample?.impact?.errorPoints {
            sentences.append(
                FigureSentences.sentence(error, subject: "\(label: badge): mean error of predicted impact")
            )
        }
        return sentences
    }
}
