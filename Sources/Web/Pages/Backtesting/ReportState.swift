import Market
import Markup

/// A report as a page finds it: being computed, there, or old because its refresh failed.
struct ReportState<Report: Sendable>: Sendable {
    /// The report; nil while the first one is being computed, and where that failed.
    var report: Report?
    /// When it was made.
    var generatedAt: UTCInstant?
    /// Its age.
    var ageSeconds = 0
    /// Why the latest attempt failed; nil where it did not.
    var failure: String?
    /// Whether a computation is under way.
    var isRefreshing = false
    /// Minutes after which figures are computed again.
    var minutes = 0

    /// When it was made and how old it is, for the head of a section.
    var aside: HTMLFragment {
        guard let generatedAt else { return .empty }
        return HTMLFragment { html in
            html.text("computed ")
            html.instant(generatedAt)
            html.text(", \(Self.age(ageSeconds))")
            if minutes > 0 { html.text("; again every \(NumberText.count(minutes, "minute", "minutes"))") }
        }
    }

    /// Says that the figures are being computed, or that they could not be.
    ///
    /// - Parameters:
    ///   - html: where to.
    ///   - what: the report as the start of a sentence.
    ///   - address: where the page can be asked for again.
    func writeRemarks(to html: inout HTMLWriter, what: String, address: String) {
        if let failure {
            html.element("div", ["class": "failed", "role": "status"]) { html in
                html.element("p") { html in
                    html.element("strong", text: "\(what) could not be computed.")
                    html.text(" \(failure)")
                }
                html.element("p") { html in
                    if report == nil {
                        html.text("There are no figures to show.")
                    } else {
                        html.text(
                            "The figures below are the latest that could be computed, \(Self.age(ageSeconds))."
                        )
                    }
                    html.raw(
                        " The server’s log has the details; <code>market-echo doctor</code> checks the database. "
                    )
                    html.link("Load this page again", to: address)
                }
            }
        } else if report == nil {
            html.element("div", ["class": "empty", "role": "status"]) { html in
                html.element("p") { html in
                    html.element("strong", text: "\(what) is being computed.")
                    html.text(" This takes a few seconds after the server has started. ")
                    html.link("Load this page again", to: address)
                }
            }
        }
    }

    /// An age in the largest unit that fits: `computed just now`, `3 minutes old`.
    static func age(_ seconds: Int) -> String {
        switch seconds {
        case ..<60: "\(max(seconds, 0)) s old"
        case ..<7200: "\(seconds / 60) min old"
        case ..<172_800: "\(seconds / 3600) h old"
        default: "\(seconds / 86_400) days old"
        }
    }
}
