import Market
import Markup
import Scores
import Storage

/// Jobs and data quality: what ran, how fresh and how complete the data are.
struct JobsPage: Page {
    /// A run with what it counted.
    struct Run: Sendable, Equatable {
        let record: RunRecord
        let counts: [RunCount]
    }

    let runs: Loaded<[Run]>
    let quality: Loaded<DataQuality>
    /// Which runs are listed.
    let filter: JobsFilter
    /// Where older runs begin; nil where these are the last.
    let next: Int?
    let now: UTCInstant

    var title: String { "Jobs and data quality" }
    var description: String {
        "The run ledger, freshness of sources and prices, and events without an outcome."
    }
    var place: PageShell.Place? { .jobs }

    /// Runs of a page.
    static let limit = 25

    func write(to html: inout HTMLWriter) {
        html.pageTitle(
            "Jobs and data quality",
            mark: Wording.internalDiagnostic,
            lede:
                "What ran and how it ended, how fresh the sources and prices are, and which events have no outcome."
        )
        html.block("runs", "Run ledger", aside: HTMLFragment(text: "newest first")) { html in
            form(to: &html)
            html.part(runs) { html, runs in RunTable(runs: runs, isFiltered: filter.isNarrow).write(to: &html)
            }
            Pager(
                first: filter.before == nil ? nil : filter.address(before: nil),
                next: next.map { filter.address(before: $0) },
                names: ("Newest runs", "Older runs")
            ).write(to: &html)
        }
        html.block("data-quality", "Data quality") { html in
            html.part(quality) { html, quality in
                DataQualityMarkup(quality: quality, now: now).write(to: &html)
            }
        }
    }

    private func form(to html: inout HTMLWriter) {
        html.element("form", ["class": "filters", "method": "get", "action": "/jobs"]) { html in
            html.element("div", ["class": "field"]) { html in
                html.element("label", ["for": "runs-job"], text: "Job")
                html.void(
                    "input",
                    [
                        "id": "runs-job", "name": "job", "size": "16", "maxlength": "100",
                        "value": filter.job,
                        "autocomplete": "off",
                    ]
                )
            }
            ViewForm.select(
                "status",
                "Status",
                [("", "Any")]
                    + RunStatus.allCases.map { ($0.rawValue, $0.rawValue.replacing("_", with: " ")) },
                filter.status?.rawValue ?? "",
                form: "runs",
                to: &html
            )
            html.element("button", ["class": "do", "type": "submit"], text: "Show")
        }
    }
}

/// Which runs of the ledger are listed: the parameters of the page's address.
struct JobsFilter: Sendable, Equatable {
    /// Names of the query parameters.
    static let parameters = ["job", "status", "before"]

    /// Runs of this job; nil for all.
    var job: String?
    /// Runs that ended so; nil for all.
    var status: RunStatus?
    /// Runs with a smaller number; nil for the newest.
    var before: Int?

    /// Whether runs are left out.
    var isNarrow: Bool { job != nil || status != nil }

    /// The address of the list, or of older runs.
    func address(before: Int?) -> String {
        PageAddress.path(
            "/jobs",
            [("job", job), ("status", status?.rawValue), ("before", before.map { "\($0)" })]
        )
    }
}

extension JobsFilter {
    /// Reads the parameters.
    ///
    /// - Throws: `Problem` 400 for a value that is not accepted.
    init(_ query: QueryParameters) throws(Problem) {
        job = try query.text("job", longest: 100)
        status = try query.code("status", as: RunStatus.self)
        before = try query.integer("before", in: 1...Int(Int32.max))
    }
}
