import Market
import Markup
import Models
import Scores

/// The model behind a score, in a box that opens: fixed lines, training data, gate, figures out of sample.
struct ModelDetails: Sendable {
    /// What the model was trained on; nil where only rules speak.
    let scope: ModelScope?
    /// Its version; nil where only rules speak.
    let version: String?
    /// Its record in the registry; nil where there is none.
    let record: ModelRecord?
    /// Labelled events behind it, in steps.
    let bucket: SampleSizeBucket?

    /// Details of a model.
    init(scope: ModelScope?, version: String?, record: ModelRecord?, bucket: SampleSizeBucket? = nil) {
        self.scope = scope
        self.version = version
        self.record = record
        self.bucket = bucket
    }

    /// Details of a record.
    init(_ record: ModelRecord) {
        self.init(
            scope: record.scope,
            version: record.version.text,
            record: record,
            bucket: SampleSizeBucket(labelledEvents: record.sampleCount)
        )
    }

    /// Writes the box.
    ///
    /// - Parameters:
    ///   - html: Where to.
    ///   - title: The text that opens it.
    ///   - isOpen: Whether it stands open from the start.
    func write(to html: inout HTMLWriter, title: String = "Model details", isOpen: Bool = false) {
        html.element("details", ["class": "model-details", "open": isOpen ? "" : nil]) { html in
            html.element("summary", text: title)
            writeLines(to: &html)
            guard let record else { return }
            html.facts { html in
                html.fact("Trained on") { html in
                    html.text(NumberText.count(record.sampleCount, "labelled event", "labelled events"))
                    html.text(
                        " of \(NumberText.count(record.companyCount, "company", "companies")), outcomes to "
                    )
                    html.day(record.trainingCutOff)
                }
                html.fact("Weight in the score") { html in
                    html.decimal(record.weight, decimals: 2)
                    html.text(
                        record.weight > 0
                            ? " of the distance to the predicted impact" : ", the gate refused it"
                    )
                }
                ModelFigures(record).writeFacts(to: &html)
                html.fact("Model card") { $0.link(record.id, to: PageAddress.model(record.id)) }
            }
        }
    }

    /// Writes the two fixed lines, family and version.
    func writeLines(to html: inout HTMLWriter) {
        html.element("p", ["class": "model-lines"]) { html in
            html.text(Wording.modelFamily(scope))
            html.void("br")
            html.text(Wording.modelVersion(version))
            if let bucket {
                html.void("br")
                html.text("Sample size: \(bucket.text)")
            }
        }
    }
}

extension ModelRecord {
    /// What the model was trained on.
    var scope: ModelScope { cell.family.map(ModelScope.family) ?? .global }
}

extension SampleSizeBucket {
    /// The bucket in words: `2,000 labelled events or more`.
    var text: String {
        switch self {
        case .below50: "fewer than 50 labelled events"
        case .from50: "50 to 149 labelled events"
        case .from150: "150 to 499 labelled events"
        case .from500: "500 to 1,999 labelled events"
        case .from2000: "2,000 labelled events or more"
        }
    }
}
