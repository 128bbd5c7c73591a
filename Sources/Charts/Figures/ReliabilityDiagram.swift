public import Markup

/// Stated probabilities against the frequencies with which they came true.
public struct ReliabilityDiagram: Chart {
    /// Events with about the same stated probability.
    public struct Bin: Sendable, Hashable {
        let stated: Double
        let observed: ChartEstimate
        let n: Int
        let band: ClosedRange<Double>?

        /// Creates a bin.
        ///
        /// - Parameters:
        ///   - stated: Mean stated probability, 0...1.
        ///   - observed: Share that came true, 0...1.
        ///   - n: Events.
        ///   - band: Where 95 % of such shares would lie were the stated probability true; nil takes the
        ///     central 95 % of the binomial distribution.
        public init(stated: Double, observed: ChartEstimate, n: Int, band: ClosedRange<Double>? = nil) {
            self.stated = stated
            self.observed = observed
            self.n = n
            self.band = band ?? BinomialBand.central95(probability: stated, n: n)
        }

        var isFinite: Bool { stated.isFinite && observed.isFinite }
    }

    /// A corner of the isotonic curve.
    public struct Step: Sendable, Hashable {
        let stated: Double
        let observed: Double

        /// Creates a corner: the stated probability and the level of the curve there, both 0...1.
        public init(stated: Double, observed: Double) {
            self.stated = stated
            self.observed = observed
        }

        var isFinite: Bool { stated.isFinite && observed.isFinite }
    }

    let heading: ChartHeading
    let bins: [Bin]
    let curve: [Step]
    let dropped: Int

    /// Creates the diagram.
    ///
    /// - Parameters:
    ///   - heading: What stands above it.
    ///   - bins: Bins with at least one event, in any order.
    ///   - curve: The isotonic (PAV) curve by its corners; none by default.
    public init(heading: ChartHeading, bins: [Bin], curve: [Step] = []) {
        self.heading = heading
        self.bins = bins.filter { $0.isFinite && $0.n > 0 }.sorted { $0.stated < $1.stated }
        self.curve = curve.filter(\.isFinite).sorted { $0.stated < $1.stated }
        dropped = bins.count { !$0.isFinite } + curve.count { !$0.isFinite }
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let frame = Frame(heading, .narrow, dropped: dropped)
        guard !bins.isEmpty else { return frame.empty("No graded events with a stated probability yet.") }
        let drawing = ReliabilityDrawing(self, width: frame.width)
        return frame.figure(
            height: drawing.height,
            description: description,
            drawing.canvas(),
            tables: curve.isEmpty ? [binTable] : [binTable, curveTable]
        )
    }

    private var description: String {
        let inside = bins.count { bin in
            guard let band = bin.band else { return false }
            return band.contains(bin.observed.value)
        }
        let fullest = bins.max { $0.n < $1.n }
        let told = fullest.map { bin in
            let stated = NumberText.percent(bin.stated, n: bin.n)
            let observed = NumberText.percent(
                bin.observed.value,
                lower: bin.observed.lower,
                upper: bin.observed.upper,
                n: bin.n
            )
            return
                " In the fullest bin, n \(NumberText.count(bin.n)), \(stated) was stated and \(observed) came true."
        }
        return
            "The observed frequency lies within the band of a calibrated model in \(inside) of \(NumberText.count(bins.count, "bin", "bins"))."
            + (told ?? "")
    }

    private var binTable: TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): bins",
            columns: [
                .number("stated, %", decimals: 1), .number("observed, % [95 %]", decimals: 1),
                .number("band if calibrated, %, from", decimals: 1), .number("to", decimals: 1), .number("n"),
            ]
        )
        for bin in bins {
            table.addRow([
                .number(bin.stated * 100), bin.observed.scaled(by: 100).cell,
                .number(bin.band.map { $0.lowerBound * 100 }), .number(bin.band.map { $0.upperBound * 100 }),
                .count(bin.n),
            ])
        }
        return table
    }

    private var curveTable: TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): isotonic curve",
            columns: [.number("stated, %", decimals: 1), .number("curve, %", decimals: 1)]
        )
        for step in curve { table.addRow([.number(step.stated * 100), .number(step.observed * 100)]) }
        return table
    }
}
