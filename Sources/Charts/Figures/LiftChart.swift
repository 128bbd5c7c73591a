public import Markup

/// Mean realized impact of events ordered by predicted impact, in groups of equal size.
public struct LiftChart: Chart {
    /// A tenth of the events, by predicted impact.
    public struct Decile: Sendable, Hashable {
        let name: String
        let n: Int
        let predicted: Double?
        let realized: ChartEstimate?

        /// Creates a decile.
        ///
        /// - Parameters:
        ///   - name: Its number, `1` being the lowest predicted impact.
        ///   - n: Events.
        ///   - predicted: Mean predicted impact, points.
        ///   - realized: Mean realized impact, points.
        public init(name: String, n: Int, predicted: Double?, realized: ChartEstimate?) {
            self.name = name
            self.n = n
            self.predicted = predicted
            self.realized = realized
        }
    }

    private let heading: ChartHeading
    private let deciles: [Decile]
    private let overallMean: Double?

    /// Creates the chart from deciles in ascending order and the mean realized impact of all events, points.
    public init(heading: ChartHeading, deciles: [Decile], overallMean: Double?) {
        self.heading = heading
        self.deciles = deciles
        self.overallMean = overallMean.finite
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let shown = deciles.filter { $0.realized.finite != nil }
        let dropped = deciles.count { $0.realized?.isFinite == false || $0.predicted?.isFinite == false }
        let frame = Frame(heading, CategoryPlot.size(places: deciles.count), dropped: dropped)
        guard let lowest = shown.first, let highest = shown.last else {
            return frame.empty("No graded events with a predicted impact yet.")
        }
        let predicted = deciles.compactMap(\.predicted).filter(\.isFinite)
        let numbers = shown.flatMap(\.realized.numbers) + predicted
        var key: [(mark: KeyRow.Mark, text: String)] = [(.pointWithInterval, "mean realized, 95 % interval")]
        if !predicted.isEmpty { key.insert((.diamond, "mean predicted"), at: 0) }
        let plot = CategoryPlot(
            places: deciles.map { decile in
                .init(
                    name: decile.name,
                    n: decile.n,
                    estimate: decile.realized.finite,
                    other: decile.predicted.finite
                )
            },
            levelName: "Mean impact, points",
            placeName: "Decile of predicted impact, lowest first",
            key: key,
            domain: LinearScale.roundDomain(of: numbers + [overallMean].compactMap(\.self), including: [0]),
            decimals: 1,
            level: overallMean.map { ($0, "all events \(NumberText.decimal($0, decimals: 1))") }
        )
        return frame.figure(
            height: plot.height,
            description: description(lowest, highest),
            plot.canvas(),
            tables: [table]
        )
    }

    private func description(_ lowest: Decile, _ highest: Decile) -> String {
        func told(_ decile: Decile) -> String {
            "\(decile.realized?.text(decimals: 1) ?? NumberText.missing) points in decile \(decile.name), n \(NumberText.count(decile.n))"
        }
        let mean = overallMean.map { " All events: \(NumberText.decimal($0, decimals: 1)) points." } ?? ""
        return
            "Mean realized impact by predicted impact: \(told(lowest)), against \(told(highest)); 95 % intervals in brackets.\(mean)"
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): numbers",
            columns: [
                .text("Decile"), .number("n"), .number("mean predicted, points", decimals: 2),
                .number("mean realized, points [95 %]", decimals: 2),
            ]
        )
        for decile in deciles {
            table.addRow([
                .text(decile.name), .count(decile.n), .number(decile.predicted), decile.realized.cell,
            ])
        }
        if let overallMean {
            table.addRow([
                "All events", .count(deciles.reduce(0) { $0 + $1.n }), .number(nil),
                .number(overallMean),
            ])
        }
        return table
    }
}
