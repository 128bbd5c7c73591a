import Markup

/// Estimates side by side in named places, with the number of events below each.
struct CategoryPlot: Sendable {
    /// One place along the axis.
    struct Place: Sendable {
        let name: String
        let n: Int
        let estimate: ChartEstimate?
        /// A second number, drawn as a diamond.
        var other: Double?
        /// What the estimate is compared with, drawn as a dashed step over the place.
        var reference: Double?
    }

    let places: [Place]
    /// Name of the upright axis with its unit.
    let levelName: String
    /// Name of the level axis.
    let placeName: String
    let key: [(mark: KeyRow.Mark, text: String)]
    let domain: ClosedRange<Double>
    /// Decimals of the numbers beside the points; nil leaves them out.
    let decimals: Int?
    /// A line across all places with its name.
    var level: (value: Double, name: String)?

    private static let left = 46.0

    var height: Double { plotTop + 246 + (placeName.isEmpty ? 50 : 70) }

    private var keyRow: KeyRow { KeyRow(key, width: 640) }
    private var plotTop: Double { keyRow.height + 34 }

    func canvas(width: Double) -> Canvas {
        var canvas = Canvas()
        let plot = Plot(
            x: LinearScale(0...Double(max(places.count, 1)), from: Self.left, to: width - 4),
            y: LinearScale(domain, from: plotTop + 246, to: plotTop)
        )
        keyRow.draw(on: &canvas, x: 0, y: 0)
        plot.drawLevels(levelName, on: &canvas)
        drawReferences(plot, on: &canvas)
        let slot = (plot.right - plot.left) / Double(max(places.count, 1))
        for (position, place) in places.enumerated() {
            draw(place, at: plot.x(Double(position) + 0.5), slot: slot, plot, on: &canvas)
        }
        drawNames(plot, slot: slot, on: &canvas)
        return canvas
    }

    private func draw(
        _ place: Place,
        at center: Double,
        slot: Double,
        _ plot: Plot,
        on canvas: inout Canvas
    ) {
        let shift = place.other == nil ? 0 : min(7, slot / 5)
        if let other = place.other { canvas.diamond(center - shift, plot.y.clamped(other), 5, "alt") }
        guard let estimate = place.estimate else { return }
        plot.draw(estimate, at: center + shift, on: &canvas)
        guard let decimals else { return }
        let text = NumberText.decimal(estimate.value, decimals: decimals)
        guard shift + 9 + TextFit.width(text) <= slot / 2 + 6 else { return }
        canvas.text(text, center + shift + 9, plot.y.clamped(estimate.value) + 4.5, "value")
    }

    private func drawReferences(_ plot: Plot, on canvas: inout Canvas) {
        for (position, place) in places.enumerated() {
            guard let reference = place.reference else { continue }
            let level = plot.y.clamped(reference)
            canvas.line(plot.x(Double(position)) + 2, level, plot.x(Double(position + 1)) - 2, level, "reference")
        }
        guard let level else { return }
        let y = plot.y.clamped(level.value)
        canvas.line(plot.left, y, plot.right, y, "reference")
        canvas.text(level.name, plot.left + 6, y - 6, "halo")
    }

    private func drawNames(_ plot: Plot, slot: Double, on canvas: inout Canvas) {
        canvas.line(plot.left, plot.bottom, plot.right, plot.bottom, "base")
        let counts = CountText.texts(places.map(\.n), width: slot - 6)
        let widest = places.map { TextFit.width($0.name) }.max() ?? 0
        let fits = min(widest, 90) + 8 <= slot
        let stride = fits ? 1 : max(1, Int((min(widest, 90) + 8) / slot) + 1)
        let widestCount = counts.map { TextFit.width($0) }.max() ?? 0
        let countStride = max(1, Int((widestCount + 6) / slot) + (widestCount + 6 > slot ? 1 : 0))
        canvas.text("n", plot.left - 8, plot.bottom + 38, "e")
        for (position, place) in places.enumerated() {
            let center = plot.x(Double(position) + 0.5)
            if position % stride == 0 {
                let room = slot * Double(stride) - 6
                canvas.fitted(place.name, center, plot.bottom + 19, width: room, "m ink")
                if stride > 1 { canvas.line(center, plot.bottom, center, plot.bottom + 5, "base") }
            }
            if position % countStride == 0 { canvas.text(counts[position], center, plot.bottom + 38, "m") }
        }
        if !placeName.isEmpty {
            canvas.text(placeName, (plot.left + plot.right) / 2, plot.bottom + 60, "axis m")
        }
    }
}
