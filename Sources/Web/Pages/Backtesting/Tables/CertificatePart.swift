import Evaluation
import Markup
import Scores

/// Drift and the validation certificate: what there is, and what its absence means.
struct CertificatePart: Sendable {
    let certificate: ValidationStanding?

    /// Writes both parts.
    func write(to html: inout HTMLWriter) {
        html.subheading("Drift", id: "drift")
        html.empty(
            "Drift tests are not computed yet. Nothing on this page says whether today’s events still look like those that "
                + "the models learnt from; accuracy over time above is the nearest there is."
        )
        html.subheading("Validation certificate", id: "certificate")
        guard let certificate else {
            return html.empty(
                "No validation certificate has been issued. It would state, from simulated markets, how often these "
                    + "procedures promote a model where nothing can be learnt, and how often their intervals cover the truth. "
                    + "Without one no model is shown as \(HealthBadge.productionReady.rawValue); the best standing is "
                    + "\(HealthBadge.prototype.rawValue)."
            )
        }
        html.facts { html in
            html.fact("Standing", text: certificate.isValid ? "valid" : "not valid")
            html.fact("Why", text: certificate.text)
            html.fact("Issued") { $0.instant(certificate.issuedAt) }
            html.fact("Engine version", text: certificate.engineVersion)
            html.fact("Seed", text: "\(certificate.seed)")
        }
    }
}
