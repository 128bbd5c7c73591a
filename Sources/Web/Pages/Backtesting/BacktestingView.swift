import Evaluation
import Events
import Market
import Models
import Storage

/// What a visitor wants to see of the backtesting page: the parameters of its address.
struct BacktestingView: Sendable, Equatable {
    /// Names of the query parameters.
    static let parameters = ["family", "horizon", "kind", "group_by", "section", "ticker", "cursor"]

    /// The word for all families together.
    static let allFamilies = "all"

    /// The family whose pictures are drawn; nil for all families together.
    var family: EventFamily?
    /// The horizon of the pictures.
    var horizon = Horizon.fiveDay
    /// Which predictions are graded.
    var kind = SampleKind.walkForward
    /// The grouping of the accuracy table.
    var grouping = AccuracyGrouping.horizon
    /// The part of the page that is shown.
    var section = BacktestingSection.overview
    /// Graded events of this symbol only.
    var ticker: String?
    /// Where the list of graded events goes on.
    var cursor: BacktestEventCursor?

    /// The slot of the pictures.
    var slot: Cell { Cell(family: family, horizon: horizon) }

    /// The part of a report's scopes.
    var scope: BacktestScope { BacktestScope(family: family, horizon: horizon) }

    init() {}

    /// Reads the parameters.
    ///
    /// - Throws: `Problem` 400 for a value that is not accepted.
    init(_ query: QueryParameters) throws(Problem) {
        if let family = try query.text("family"), family != Self.allFamilies {
            guard let known = EventFamily(rawValue: family) else {
                let codes = [Self.allFamilies] + EventFamily.allCases.map(\.rawValue)
                throw .parameter("family", family, accepted: "one of: \(codes.joined(separator: ", "))")
            }
            self.family = known
        }
        horizon = try query.horizon() ?? .fiveDay
        kind = try query.code("kind", as: SampleKind.self) ?? .walkForward
        grouping = try query.code("group_by", as: AccuracyGrouping.self) ?? .horizon
        section = try query.code("section", as: BacktestingSection.self) ?? .overview
        ticker = try query.text("ticker", longest: 20)?.uppercased()
        if let text = try query.text("cursor", longest: 4096) {
            guard let cursor = BacktestEventCursor(text: text) else {
                throw .parameter("cursor", text, accepted: "the cursor of a link to older events, unchanged")
            }
            self.cursor = cursor
        }
    }

    /// The view with the family that it means: where all labels are of one family, all families together are that one.
    func resolved(_ report: MonitoringReport?) -> BacktestingView {
        guard family == nil, let families = report?.families, families.count == 1 else { return self }
        var view = self
        view.family = families.first?.family
        return view
    }

    /// Which accuracies are asked for.
    var accuracyQuery: AccuracyQuery {
        AccuracyQuery(
            groupBy: grouping,
            family: family,
            horizon: grouping == .horizon ? nil : horizon,
            kind: kind
        )
    }

    /// Which graded events are asked for.
    var eventFilter: BacktestEventFilter {
        BacktestEventFilter(family: family, horizon: horizon, kind: kind, ticker: ticker)
    }

    /// The address of the page with this view, or a changed one; what is standard is left out.
    func address(
        section: BacktestingSection? = nil,
        anchor: String? = nil,
        cursor: String? = nil
    ) -> String {
        let standard = BacktestingView()
        let section = section ?? self.section
        let path = PageAddress.path(
            "/backtesting",
            [
                ("section", section == .overview ? nil : section.rawValue),
                ("family", family?.rawValue),
                ("horizon", horizon == standard.horizon ? nil : horizon.code),
                ("kind", kind == standard.kind ? nil : kind.rawValue),
                ("group_by", grouping == standard.grouping ? nil : grouping.rawValue),
                ("ticker", section == .events ? ticker : nil), ("cursor", cursor),
            ]
        )
        return anchor.map { "\(path)#\($0)" } ?? path
    }
}
