import Evaluation
import Market
import Markup
import Models
import Scores

/// The standing of every slot's model: badge, reason, what the gate said about each head, and the events still needed.
struct ModelStatusPart: Sendable {
    let cells: [CellReport]
    let certificate: ValidationStanding?

    /// Writes the table.
    func write(to html: inout HTMLWriter) {
        html.subheading("Model status by family and horizon", id: "model-status")
        guard !cells.isEmpty else {
            return html.empty(
                "No model is trained yet.",
                remedy: "Once events are labelled, run",
                command: "market-echo train"
            )
        }
        html.append(table.fragment)
        html.element("p", ["class": "note"]) { html in
            html.text(
                "\(HealthBadge.insufficientData.rawValue): fewer than \(HealthAssessment.minimumEvents) labelled events "
                    + "or \(HealthAssessment.minimumCompanies) companies. \(HealthBadge.productionReady.rawValue): at least "
                    + "\(HealthAssessment.productionEvents) events of \(HealthAssessment.productionCompanies) companies on "
                    + "\(HealthAssessment.productionDays) days, the gate passed, calibration not rejected, and a valid "
                    + "validation certificate"
                    + (certificate == nil ? ", which has not been issued yet" : "")
                    + ". \(HealthBadge.prototype.rawValue): anything in between. "
            )
            html.text(
                "Events needed: out-of-sample events that would show the observed skill with 80 % power; none is given "
                    + "where the head is no better than its baseline on average."
            )
        }
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption:
                "Status, and the gate's answer for each head: better than its baselines beyond chance or refused",
            columns: [
                .text("Slot"), .number("Events"), .number("Companies"), .number("Days"), .text("Status"),
                .text("Model"), .text("Impact head"), .text("Direction head"), .text("Why"),
            ]
        )
        var family: String?
        for cell in cells {
            let name = SlotName.family(cell.cell)
            if name != family { table.addGroup(name) }
            family = name
            table.addRow([
                .text(cell.cell.horizon.badge), .count(cell.labelled.events), .count(cell.labelled.companies),
                .count(cell.labelled.days), .fragment(StandingBadge(cell.health.badge).fragment),
                Self.model(cell.model), Self.head(.magnitude, cell.model), Self.head(.direction, cell.model),
                .text(StandingReason.text(cell.health)),
            ])
        }
        return table
    }

    private static func model(_ model: ModelRecord?) -> TableMarkup.Cell {
        guard let model else { return .text("none") }
        return .fragment(
            HTMLFragment { html in
                html.link(model.version.text, to: PageAddress.model(model.id), ["class": "nowrap"])
                html.text(" \(model.status.rawValue)")
            }
        )
    }

    private static func head(_ head: Head, _ model: ModelRecord?) -> TableMarkup.Cell {
        guard let decision = model?.evaluation.decision.head(head) else { return .text(NumberText.missing) }
        return .text(HeadText(decision).text)
    }
}

/// Why a slot stands as it does, short enough for a cell.
enum StandingReason {
    private static let refusal = "gate not passed"

    /// The reasons; what the gate said about each head stands in columns of its own and on the model's card.
    static func text(_ health: HealthAssessment) -> String {
        health.reasons.map { $0.hasPrefix("\(refusal):") ? refusal : $0 }.joined(separator: "; ")
    }
}

/// What the gate said about a head, short enough for a cell.
struct HeadText: Sendable {
    let decision: HeadDecision

    init(_ decision: HeadDecision) {
        self.decision = decision
    }

    /// `passed`, or the kinds of refusal, with the events that are needed.
    var text: String {
        guard !decision.passed else { return "passed" }
        let reasons = decision.refusals.map { Self.words($0.code) }
        let text = reasons.isEmpty ? "refused" : reasons.joined(separator: ", ")
        guard let test = hardest, let needed = test.eventsNeeded else { return text }
        let count =
            needed > Self.mostEvents
            ? "more than \(NumberText.count(Self.mostEvents))" : NumberText.count(needed)
        return "\(text); \(count) events needed, \(NumberText.count(test.n)) there"
    }

    /// Events beyond which the exact number says no more.
    private static let mostEvents = 1_000_000

    /// The comparison that the head does worst in, as the gate takes it.
    private var hardest: SkillTest? {
        [decision.againstBaseline, decision.againstItemGroupMedian].compactMap(\.self)
            .min { $0.meanSkill < $1.meanSkill }
    }

    private static func words(_ code: RefusalCode) -> String {
        switch code {
        case .insufficientData: "too few events"
        case .constantModel: "nothing learnt"
        case .noSkill: "no better than its baseline"
        case .notSignificant: "not beyond chance"
        case .notBetterThanChampion: "not better than the champion"
        case .worseThanChampion: "worse than the champion"
        case .canaryShuffledLabels: "shuffled labels gained skill"
        case .canaryTickerHash: "recognises companies"
        case .leakDetectorFailed: "leak check failed"
        case .tooGoodToBeTrue: "too good to be true"
        case .trainingFailed: "training failed"
        }
    }
}
