public import Markup

/// What was predicted and what then came, for events with about the same predicted impact.
public struct ImpactBucketsChart: Chart {
    /// Events with about the same predicted impact.
    public struct Bucket: Sendable, Hashable {
        let name: String
        let n: Int
        let predicted: Double?
        let realized: ChartEstimate?
        let absoluteMove: Double?

        /// Creates a bucket.
        ///
        /// - Parameters:
        ///   - name: The range of the predicted impact, such as `40-50`.
        ///   - n: Events.
        ///   - predicted: Mean predicted impact, points; nil without events.
        ///   - realized: Mean realized impact, points; nil without events.
        ///   - absoluteMove: Mean size of the abnormal return, percent of the price.
        public init(
            name: String,
            n: Int,
            predicted: Double?,
            realized: ChartEstimate?,
            absoluteMove: Double? = nil
        ) {
            self.name = name
            self.n = n
            self.predicted = predicted
            self.realized = realized
            self.absoluteMove = absoluteMove
        }
    }

    private let heading: ChartHeading
    private let buckets: [Bucket]

    /// Creates the chart from buckets in ascending order.
    public init(heading: ChartHeading, buckets: [Bucket]) {
        self.heading = heading
        self.buckets = buckets
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let shown = buckets.filter { $0.n > 0 && $0.predicted?.isFinite == true && $0.realized.finite != nil }
        let dropped = buckets.count {
            $0.n > 0 && ($0.predicted?.isFinite == false || $0.realized?.isFinite == false)
        }
        let frame = Frame(heading, CategoryPlot.size(places: buckets.count), dropped: dropped)
        guard !shown.isEmpty else { return frame.empty("No graded events with a predicted impact yet.") }
        let numbers = shown.flatMap(\.realized.numbers) + shown.compactMap(\.predicted)
        let plot = CategoryPlot(
            places: buckets.map { bucket in
                let predicted = bucket.n > 0 ? bucket.predicted.finite : nil
                return .init(
                    name: bucket.name,
                    n: bucket.n,
                    estimate: bucket.n > 0 ? bucket.realized.finite : nil,
                    other: predicted
                )
            },
            levelName: "Mean impact, points",
            placeName: "Predicted impact, points",
            key: [(.diamond, "mean predicted"), (.pointWithInterval, "mean realized, 95 % interval")],
            domain: LinearScale.roundDomain(of: numbers, including: [0]),
            decimals: 1
        )
        return frame.figure(
            height: plot.height,
            description: description(of: shown),
            plot.canvas(),
            tables: [table]
        )
    }

    private func description(of shown: [Bucket]) -> String {
        let inside = shown.count { bucket in
            guard let realized = bucket.realized, let lower = realized.lower, let upper = realized.upper,
                let predicted = bucket.predicted
            else { return false }
            return lower <= predicted && predicted <= upper
        }
        let parts = shown.map { bucket in
            let predicted = NumberText.decimal(bucket.predicted, decimals: 1)
            let realized = NumberText.decimal(bucket.realized?.value, decimals: 1)
            return
                "\(bucket.name): predicted \(predicted), realized \(realized), n \(NumberText.count(bucket.n))"
        }
        return
            "In \(inside) of \(NumberText.count(shown.count, "bucket", "buckets")) the mean predicted impact lies within the 95 % interval of the mean realized impact. "
            + "Points by predicted impact – \(parts.joined(separator: "; "))."
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): numbers",
            columns: [
                .text("Predicted impact"), .number("n"), .number("mean predicted, points", decimals: 2),
                .number("mean realized, points [95 %]", decimals: 2),
                .number("mean size of move, % of price", decimals: 2),
            ]
        )
        for bucket in buckets {
            table.addRow([
                .text(bucket.name), .count(bucket.n), .number(bucket.predicted), bucket.realized.cell,
                .number(bucket.absoluteMove),
            ])
        }
        return table
    }
}
