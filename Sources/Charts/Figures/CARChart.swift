public import Markup

/// Mean cumulative abnormal return around the event, session by session, one panel a group.
public struct CARChart: Chart {
    /// One session.
    public struct Point: Sendable, Hashable {
        let session: Int
        let value: ChartEstimate

        /// Creates a point: the session relative to the event's, and the mean in percent of the price.
        public init(session: Int, value: ChartEstimate) {
            self.session = session
            self.value = value
        }
    }

    /// Events that are averaged together.
    public struct Group: Sendable, Hashable {
        let name: String
        let n: Int
        let points: [Point]

        /// Creates a group with its name, its events, and its points in any order.
        public init(name: String, n: Int, points: [Point]) {
            self.name = name
            self.n = n
            self.points = points.sorted { $0.session < $1.session }
        }

        /// The group without points that cannot be drawn.
        var finite: Self { Self(name: name, n: n, points: points.filter(\.value.isFinite)) }
    }

    private let heading: ChartHeading
    private let groups: [Group]
    private let dropped: Int

    /// Creates the chart from its groups.
    public init(heading: ChartHeading, groups: [Group]) {
        self.heading = heading
        self.groups = groups.map(\.finite)
        dropped = groups.reduce(0) { $0 + $1.points.count { !$0.value.isFinite } }
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let shown = groups.filter { !$0.points.isEmpty }
        let frame = Frame(heading, shown.count < 2 ? .narrow : .wide, dropped: dropped)
        guard !shown.isEmpty else { return frame.empty("No events with enough prices around them yet.") }
        let drawing = CARDrawing(groups: shown, width: frame.width)
        return frame.figure(
            height: drawing.height,
            description: description(of: shown),
            drawing.canvas(),
            tables: [table(of: shown)]
        )
    }

    private func description(of shown: [Group]) -> String {
        let parts = shown.compactMap { group in
            group.points.last.map { last in
                "\(group.name) \(NumberText.signed(last.value.value, decimals: 2)) %\(interval(last.value)) at session "
                    + "\(NumberText.signed(Double(last.session), decimals: 0)), n \(NumberText.count(group.n))"
            }
        }
        return "Mean cumulative abnormal return, 95 % interval in brackets: \(parts.joined(separator: "; "))."
    }

    private func interval(_ estimate: ChartEstimate) -> String {
        guard let lower = estimate.lower, let upper = estimate.upper else { return "" }
        return " [\(NumberText.decimal(lower, decimals: 2)), \(NumberText.decimal(upper, decimals: 2))]"
    }

    private func table(of shown: [Group]) -> TableMarkup {
        let columns = shown.map {
            TableMarkup.Column.number(
                "\($0.name), n \(NumberText.count($0.n)), % [95 %]",
                decimals: 2
            )
        }
        var table = TableMarkup(
            caption: "\(heading.title): numbers",
            columns: [.number("Session")] + columns
        )
        let sessions = Set(shown.flatMap { $0.points.map(\.session) }).sorted()
        for session in sessions {
            let cells = shown.map { group in group.points.first { $0.session == session }.map(\.value).cell }
            table.addRow([.signed(Double(session))] + cells)
        }
        return table
    }
}
