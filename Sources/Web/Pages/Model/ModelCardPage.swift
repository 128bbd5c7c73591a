import Evaluation
import Market
import Markup
import Models
import Scores
import Storage

/// The card of one model: what it is, what it learnt from, what the gate measured, how well it did, what became of it.
struct ModelCardPage: Page {
    /// Live counts.
    let counts: Loaded<PrototypeNotice.Counts>
    /// The model with the gate's decisions.
    let model: RegisteredModel
    /// All versions of its slot, oldest first.
    let versions: [ModelRecord]
    /// Figures with intervals, where the report has this model; nil where it is another version or not computed yet.
    let report: CellReport?

    var record: ModelRecord { model.record }

    var title: String { "Model \(record.id)" }
    var description: String {
        "What the model \(record.id) was trained on and how well it does out of sample."
    }
    let place: PageShell.Place? = nil

    func write(to html: inout HTMLWriter) {
        html.pageTitle(
            record.id,
            mark: record.status == .champion
                ? "In use" : record.status == .staging ? "Not in use" : "Archived",
            lede: "Predicts how large a move is and which way it goes, "
                + "\(NumberText.count(record.cell.horizon.sessions, "session", "sessions")) after an event."
        )
        PrototypeNotice(counts).write(to: &html)
        html.element("div", ["class": "columns"]) { html in
            html.element("div") { writeIdentity(to: &$0) }
            html.element("div") { writeUse(to: &$0) }
        }
        ModelGateSection(model: model).write(to: &html)
        ModelFiguresSection(record: record, report: report).write(to: &html)
        writeHistory(to: &html)
        writeLimits(to: &html)
    }

    // MARK: Sections

    private func writeIdentity(to html: inout HTMLWriter) {
        html.block("identity", "What it is") { html in
            ModelDetails(record).writeLines(to: &html)
            html.facts { html in
                html.fact("Horizon", text: Wording.badge(record.cell.horizon))
                html.fact(
                    "Trained on",
                    text: "\(NumberText.count(record.sampleCount, "labelled event", "labelled events")) of "
                        + NumberText.count(record.companyCount, "company", "companies")
                )
                html.fact("Outcomes to") { $0.day(record.trainingCutOff) }
                html.fact("Evidence", text: Self.evidence(record.evidence))
                html.fact("Stored") { $0.instant(model.createdAt) }
                html.fact("Labels", text: record.labelVersion)
                html.fact("Features", text: record.featureSetVersion)
                html.fact("Seed", text: "\(record.seed)")
                html.fact("Training data, hash") { $0.element("code", text: record.dataHash) }
                html.fact("Artefact") { html in
                    html.text("\(NumberText.count(model.artefactBytes)) bytes, SHA-256 ")
                    html.element("code", ["class": "hash"], text: record.sha256)
                }
            }
        }
    }

    private func writeUse(to html: inout HTMLWriter) {
        html.block("use", "What it may do") { html in
            html.facts { html in
                html.fact("Status", text: Self.status(record.status))
                html.fact("Weight in the score", text: weight)
                html.fact("Size of the move", text: use(of: .magnitude))
                html.fact("Direction", text: use(of: .direction))
                html.fact(
                    "Guardrail",
                    text: "at most \(NumberText.decimal(Guardrail.limit, decimals: 0)) points either way"
                )
                if let health = report?.health {
                    html.fact("Standing") { StandingBadge(health).write(to: &$0) }
                }
                html.fact("Data") {
                    $0.link("Card as JSON", to: "/ml-scores\(PageAddress.model(record.id))")
                }
            }
        }
    }

    private var weight: String {
        guard record.weight > 0 else { return "0: scores stay at the base score" }
        return
            "\(NumberText.decimal(record.weight, decimals: 2)) of the distance between base score and prediction"
    }

    private func use(of head: Head) -> String {
        if record.usableHeads.contains(head) {
            return head == .magnitude
                ? "adjusts the score" : "states a calibrated probability beside the score"
        }
        return "not used: \(record.evaluation.decision.head(head).reason)"
    }

    private func writeHistory(to html: inout HTMLWriter) {
        html.block("history", "Status history") { html in
            var table = TableMarkup(
                caption: "Every status of this version, oldest first",
                columns: [.text("When, New York"), .text("Status"), .text("Why")]
            )
            for change in record.history {
                table.addRow([
                    .fragment(HTMLFragment { $0.instant(change.at, zone: false) }),
                    .text(Self.status(change.status)), .wide(change.reason),
                ])
            }
            table.write(to: &html)
            let others = versions.filter { $0.id != record.id }
            guard !others.isEmpty else { return }
            html.element("p") { html in
                html.text("Other versions of the slot: ")
                for (position, other) in others.enumerated() {
                    if position > 0 { html.text(", ") }
                    html.link(other.version.text, to: PageAddress.model(other.id))
                }
                html.text(".")
            }
        }
    }

    private func writeLimits(to html: inout HTMLWriter) {
        html.block("limits", "Limits") { html in
            html.element("ul") { html in
                html.element("li") { html in
                    html.text(
                        "It knows \(NumberText.count(record.companyCount, "company", "companies")) whose prices "
                    )
                    html.text(
                        "are stored; companies that vanished are missing, so its figures may flatter it."
                    )
                }
                html.element("li") { html in
                    html.text("It learnt from outcomes to ")
                    html.day(record.trainingCutOff)
                    html.text("; markets change, and what was true before need not stay true.")
                }
                html.element(
                    "li",
                    text: "An impact is a rank among the stock's own moves and says nothing about its side."
                )
                html.element(
                    "li",
                    text:
                        "The figures of the lock-box belong to the procedure: the model in use is grown on all rows."
                )
                html.element("li", text: "\(Wording.metricsNotice) \(Wording.adviceNotice)")
            }
            html.element("p") { html in
                html.link("All limits and the method", to: "/about")
                html.text(".")
            }
        }
    }

    // MARK: Words

    static func status(_ status: ModelStatus) -> String {
        switch status {
        case .staging: "Trained, not in use"
        case .champion: "In use"
        case .archived: "Archived"
        }
    }

    private static func evidence(_ evidence: Evidence) -> String {
        switch evidence {
        case .none: "too little to train on"
        case .experimental: "experimental: enough to train, too little to stand on its own"
        case .full: "enough for a model of its own"
        }
    }
}
