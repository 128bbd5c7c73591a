import Market
import Markup
import Models
import Storage

/// What the gate decided about a model and on which tests.
struct ModelGateSection: Sendable {
    /// The model with the gate's decisions.
    let model: RegisteredModel

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        let decision = model.record.evaluation.decision
        html.block("gate", "Gate", aside: aside) { html in
            html.element("p") { html in
                html.element("strong", text: decision.passed ? "Passed. " : "Not passed. ")
                html.text(decision.reason.capitalizedFirst)
                html.text(".")
            }
            writeHeads(to: &html)
            writeTests(decision, to: &html)
            writeCanaries(to: &html)
        }
    }

    private var aside: HTMLFragment {
        let comparisons = model.record.evaluation.comparisons
        return HTMLFragment(
            text: "p-values adjusted for \(NumberText.count(comparisons, "slot", "slots")) (Holm)"
        )
    }

    private func writeHeads(to html: inout HTMLWriter) {
        guard !model.decisions.isEmpty else { return }
        var table = TableMarkup(
            caption: "Decisions on each head",
            columns: [.text("Head"), .text("Decision"), .text("Why"), .text("When, New York")]
        )
        for decision in model.decisions {
            table.addRow([
                .text(Self.name(decision.head)), .text(decision.passed ? "passed" : "refused"),
                .wide(decision.reason),
                .fragment(HTMLFragment { $0.instant(decision.decidedAt, zone: false) }),
            ])
        }
        table.write(to: &html)
    }

    private func writeTests(_ decision: GateDecision, to html: inout HTMLWriter) {
        var table = TableMarkup(
            caption: "Tests on out-of-sample predictions: size in impact points, direction in Brier score",
            columns: [
                .text("Test"), .number("Loss of baseline", decimals: 4),
                .number("Loss of model", decimals: 4),
                .number("Saved", decimals: 4), .number("At least (95 %)", decimals: 4), .text("Adjusted p"),
                .number("n"), .number("Companies"), .number("Days"), .text("Clustered by"),
            ],
            emptyText: "No test could be made."
        )
        for head in Head.allCases {
            let own = decision.head(head)
            let decimals = head == .magnitude ? 2 : 4
            let baseline = head == .magnitude ? "base score" : "base rate"
            Self.add(own.againstBaseline, "\(Self.name(head)) against \(baseline)", decimals, to: &table)
            Self.add(
                own.againstItemGroupMedian,
                "\(Self.name(head)) against item-group median",
                decimals,
                to: &table
            )
            Self.add(own.againstChampion, "\(Self.name(head)) against model in use", decimals, to: &table)
        }
        table.write(to: &html)
    }

    private static func add(_ test: SkillTest?, _ name: String, _ decimals: Int, to table: inout TableMarkup)
    {
        guard let test else { return }
        table.addRow([
            .text(name), .decimal(test.baselineLoss, decimals: decimals),
            .decimal(test.modelLoss, decimals: decimals), .decimal(test.meanSkill, decimals: decimals),
            .decimal(test.lowerBound, decimals: decimals), .text(NumberText.pValue(test.adjustedP)),
            .count(test.n), .count(test.companies), .count(test.days), .text(test.clustering),
        ])
    }

    private func writeCanaries(to html: inout HTMLWriter) {
        let canaries = model.record.evaluation.canaries
        guard !canaries.isEmpty else { return }
        html.element("details") { html in
            let failed = canaries.count { !$0.passed }
            html.element(
                "summary",
                text: failed == 0
                    ? "Canaries: all \(canaries.count) as they should be"
                    : "Canaries: \(failed) of \(canaries.count) raised an alarm"
            )
            var table = TableMarkup(
                caption: "Trainings that must fail, or must be noticed, for the real one to be believed",
                columns: [.text("Canary"), .text("Head"), .text("As it should be"), .text("What happened")]
            )
            for canary in canaries {
                table.addRow([
                    .text(canary.canary.rawValue.replacing("_", with: " ").capitalizedFirst),
                    .text(Self.name(canary.head)), .text(canary.passed ? "yes" : "no"), .wide(canary.text),
                ])
            }
            table.write(to: &html)
        }
    }

    private static func name(_ head: Head) -> String {
        head == .magnitude ? "Size" : "Direction"
    }
}
