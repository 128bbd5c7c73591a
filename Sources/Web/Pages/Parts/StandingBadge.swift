import Evaluation
import Markup
import Scores

/// How far a model can be trusted: a mark, its name, and the reason in text.
struct StandingBadge: Sendable {
    /// The badge.
    let badge: HealthBadge
    /// Why; empty for the badge alone.
    let reason: String

    /// A badge with its reason.
    init(_ badge: HealthBadge, reason: String = "") {
        self.badge = badge
        self.reason = reason
    }

    /// A badge from an assessment.
    init(_ health: HealthAssessment) {
        self.init(health.badge, reason: health.reason)
    }

    /// Writes the badge, and the reason behind it.
    func write(to html: inout HTMLWriter) {
        html.element("span", ["class": Self.style(badge)], text: badge.rawValue)
        if !reason.isEmpty {
            html.text(" ")
            html.element("span", ["class": "small"], text: reason)
        }
    }

    /// The badge as a fragment, for a cell of a table.
    var fragment: HTMLFragment { HTMLFragment { write(to: &$0) } }

    private static func style(_ badge: HealthBadge) -> String {
        switch badge {
        case .productionReady: "standing is-ready"
        case .prototype: "standing is-prototype"
        case .insufficientData: "standing is-insufficient"
        }
    }
}
