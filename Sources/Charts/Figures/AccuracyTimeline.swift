public import Markup

/// How often the direction was right, period by period.
public struct AccuracyTimeline: Chart {
    /// A quarter, a year or another span of time.
    public struct Period: Sendable, Hashable {
        let name: String
        let n: Int
        let accuracy: ChartEstimate?
        let baseline: Double?

        /// Creates a period.
        ///
        /// - Parameters:
        ///   - name: Such as `2023 Q1`.
        ///   - n: Graded events.
        ///   - accuracy: Share that was right, 0...1; nil without graded events.
        ///   - baseline: Share that the baseline had right on the same events, 0...1.
        public init(name: String, n: Int, accuracy: ChartEstimate?, baseline: Double? = nil) {
            self.name = name
            self.n = n
            self.accuracy = accuracy
            self.baseline = baseline
        }
    }

    private let heading: ChartHeading
    private let periods: [Period]
    private let measure: String
    private let baselineName: String

    /// Creates the chart from periods in the order of time.
    ///
    /// - Parameters:
    ///   - heading: What stands above it.
    ///   - periods: The periods.
    ///   - measure: What the share is of; names the axis.
    ///   - baselineName: The rule that the share is compared with.
    public init(
        heading: ChartHeading,
        periods: [Period],
        measure: String = "Direction right",
        baselineName: String = "majority class"
    ) {
        self.heading = heading
        self.periods = periods
        self.measure = measure
        self.baselineName = baselineName
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let shown = periods.filter { $0.accuracy.finite != nil }
        let dropped = periods.count { $0.accuracy?.isFinite == false || $0.baseline?.isFinite == false }
        let frame = Frame(heading, CategoryPlot.size(places: periods.count), dropped: dropped)
        guard !shown.isEmpty else { return frame.empty("No graded events yet.") }
        let baselines = periods.compactMap(\.baseline).filter(\.isFinite)
        let numbers = (shown.flatMap(\.accuracy.numbers) + baselines).map { $0 * 100 }
        var key: [(mark: KeyRow.Mark, text: String)] = [(.pointWithInterval, "\(measure), 95 % interval")]
        if !baselines.isEmpty { key.append((.line("step"), baselineName)) }
        let plot = CategoryPlot(
            places: periods.map { period in
                .init(
                    name: period.name,
                    n: period.n,
                    estimate: period.accuracy.finite?.scaled(by: 100),
                    reference: period.baseline.finite.map { $0 * 100 }
                )
            },
            levelName: "\(measure), %",
            placeName: "",
            key: key,
            domain: LinearScale.roundDomain(of: numbers, including: [50], limits: 0...100),
            decimals: min(1, NumberText.percentDecimals(n: shown.map(\.n).min()))
        )
        return frame.figure(
            height: plot.height,
            description: description(of: shown),
            plot.canvas(),
            tables: [table]
        )
    }

    private func description(of shown: [Period]) -> String {
        let compared = shown.filter { $0.baseline?.isFinite == true }
        let above = compared.count { ($0.accuracy?.lower ?? -1) > ($0.baseline ?? 1) }
        let ends = [shown.first, shown.count > 1 ? shown.last : nil].compactMap(\.self).map { period in
            let accuracy = period.accuracy
            let share = NumberText.percent(
                accuracy?.value,
                lower: accuracy?.lower,
                upper: accuracy?.upper,
                n: period.n
            )
            return "\(period.name) \(share), n \(NumberText.count(period.n))"
        }
        let claim =
            compared.isEmpty
            ? ""
            : " The whole 95 % interval lies above \(baselineName) in \(above) of \(NumberText.count(compared.count, "period", "periods"))."
        return "\(measure): \(ends.joined(separator: "; ")).\(claim)"
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): numbers",
            columns: [
                .text("Period"), .number("n"), .number("\(measure), % [95 %]", decimals: 1),
                .number("\(baselineName), %", decimals: 1),
            ]
        )
        for period in periods {
            table.addRow([
                .text(period.name), .count(period.n), (period.accuracy?.scaled(by: 100)).cell,
                .number(period.baseline.map { $0 * 100 }),
            ])
        }
        return table
    }
}
