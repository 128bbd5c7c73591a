import Markup

/// The picture of a reliability diagram: a square with a strip of counts below.
struct ReliabilityDrawing {
    private static let stripHeight = 40.0

    private let diagram: ReliabilityDiagram
    private let plot: Plot
    private let key: KeyRow

    init(_ diagram: ReliabilityDiagram, width: Double) {
        var entries: [(mark: KeyRow.Mark, text: String)] = [
            (.pointWithInterval, "observed, 95 % interval"), (.fill("band"), "band if calibrated"),
            (.line("reference"), "stated = observed"),
        ]
        if !diagram.curve.isEmpty { entries.append((.line("curve"), "isotonic curve")) }
        key = KeyRow(entries, width: width)
        self.diagram = diagram
        let domain = Self.domain(of: diagram)
        let (left, top) = (40.0, key.height + 34)
        let side = width - left - 16
        plot = Plot(
            x: LinearScale(domain, from: left, to: left + side),
            y: LinearScale(domain, from: top + side, to: top)
        )
    }

    var height: Double { plot.bottom + 48 + Self.stripHeight + 44 }

    /// Both axes share one domain, in whole tens of percent, around all that is drawn.
    private static func domain(of diagram: ReliabilityDiagram) -> ClosedRange<Double> {
        let numbers = diagram.bins.flatMap { bin in
            [bin.stated] + bin.observed.numbers
                + [bin.band?.lowerBound, bin.band?.upperBound].compactMap(\.self)
        }
        let all = (numbers + diagram.curve.flatMap { [$0.stated, $0.observed] }).map { $0 * 100 }
        let low = max(0, ((all.min() ?? 0) / 10 - 0.1).rounded(.down) * 10)
        let high = min(100, ((all.max() ?? 100) / 10 + 0.1).rounded(.up) * 10)
        return low...max(high, low + 10)
    }

    func canvas() -> Canvas {
        var canvas = Canvas()
        key.draw(on: &canvas, x: 0, y: 0)
        drawBand(on: &canvas)
        plot.drawLevels("Came true, %", on: &canvas, atMost: 11)
        canvas.line(plot.left, plot.bottom, plot.right, plot.top, "reference")
        drawCurve(on: &canvas)
        for bin in diagram.bins {
            plot.draw(bin.observed.scaled(by: 100), at: plot.x.clamped(bin.stated * 100), on: &canvas)
        }
        plot.drawBottomTicks("Stated probability, %", on: &canvas, atMost: 11)
        drawStrip(on: &canvas)
        return canvas
    }

    private func drawBand(on canvas: inout Canvas) {
        let edges = diagram.bins.compactMap { bin in
            bin.band.map { band in
                (
                    x: plot.x.clamped(bin.stated * 100), lower: plot.y.clamped(band.lowerBound * 100),
                    upper: plot.y.clamped(band.upperBound * 100)
                )
            }
        }
        if edges.count > 1 { canvas.path(.area(edges), "band") }
        if edges.count == 1, let edge = edges.first {
            canvas.rectangle(edge.x - 8, edge.lower, edge.x + 8, edge.upper, "band")
        }
    }

    private func drawCurve(on canvas: inout Canvas) {
        guard diagram.curve.count > 1 else { return }
        let corners = diagram.curve.map {
            (x: plot.x.clamped($0.stated * 100), y: plot.y.clamped($0.observed * 100))
        }
        canvas.path(.through(corners), "curve")
    }

    /// Draws the counts; a number that would touch its neighbour stands above it.
    private func drawStrip(on canvas: inout Canvas) {
        let base = height - 4
        let most = Double(diagram.bins.map(\.n).max() ?? 1)
        canvas.text("n", plot.left - 8, base - 2, "e")
        canvas.line(plot.left, base, plot.right, base, "base")
        let bars = diagram.bins.map { bin in
            (x: plot.x.clamped(bin.stated * 100), y: base - Double(bin.n) / most * Self.stripHeight, n: bin.n)
        }
        for bar in bars { canvas.rectangle(bar.x - 5, bar.y, bar.x + 5, base, "bar") }
        var last = (end: -Double.infinity, y: 0.0)
        for bar in bars {
            let text = bar.n < 10_000 ? NumberText.count(bar.n) : CountText.short(bar.n)
            let half = TextFit.width(text) / 2
            let touches = bar.x - half < last.end + 4 && (bar.y - 4 - last.y).magnitude < 15
            let level = touches ? last.y - 15 : bar.y - 4
            last = (bar.x + half, level)
            canvas.text(text, bar.x, level, "m halo")
        }
    }
}
