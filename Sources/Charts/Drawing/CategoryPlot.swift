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
        /// What the estimate is compared with, drawn as a step over the place.
        var reference: Double?
    }

    let places: [Place]
    /// Name of the upright axis with its unit.
    let levelName: String
    /// Name of the level axis.
    let placeName: String
    let key: [(mark: KeyRow.Mark, text: String)]
    let domain: ClosedRange<Double>
    /// Decimals of the numbers beside the points, which stand where there is room.
    let decimals: Int
    /// A line across all places with its name.
    var level: (value: Double, name: String)?

    private static let left = 46.0
    /// Room for the number beside the last point.
    private static let margin = 16.0

    /// Few places fit a telephone.
    static func size(places: Int) -> Frame.Size { places <= 7 ? .narrow : .wide }

    private var width: Double { Self.size(places: places.count).width }

    var height: Double { plotTop + 246 + (placeName.isEmpty ? 46 : 68) + (countLines - 1) * 16 }

    private var keyRow: KeyRow { KeyRow(key, width: width) }
    private var plotTop: Double { keyRow.height + 34 }
    private var slot: Double { (width - Self.left - Self.margin) / Double(max(places.count, 1)) }
    private var counts: [String] { CountText.texts(places.map(\.n), width: slot - 4) }

    /// Lines that the counts take: two where neighbours would touch in one.
    private var countLines: Double {
        (counts.map { TextFit.width($0) }.max() ?? 0) + 4 > slot ? 2 : 1
    }

    func canvas() -> Canvas {
        var canvas = Canvas()
        let plot = Plot(
            x: LinearScale(0...Double(max(places.count, 1)), from: Self.left, to: width - Self.margin),
            y: LinearScale(domain, from: plotTop + 246, to: plotTop)
        )
        keyRow.draw(on: &canvas, x: 0, y: 0)
        plot.drawLevels(levelName, on: &canvas)
        drawReferences(plot, on: &canvas)
        for (position, place) in places.enumerated() {
            draw(place, at: plot.x(Double(position) + 0.5), plot, on: &canvas)
        }
        drawNames(plot, on: &canvas)
        return canvas
    }

    private func draw(
        _ place: Place,
        at center: Double,
        _ plot: Plot,
        on canvas: inout Canvas
    ) {
        let shift = place.other == nil ? 0 : min(7, slot / 5)
        if let other = place.other { canvas.diamond(center - shift, plot.y.clamped(other), 5, "alt") }
        guard let estimate = place.estimate else { return }
        plot.draw(estimate, at: center + shift, on: &canvas)
        let text = NumberText.decimal(estimate.value, decimals: decimals)
        let width = TextFit.width(text)
        // Beside the point, as far as the marks of the next place or the edge of the picture.
        let right = min(center + slot - shift - 7, self.width)
        if center + shift + 8 + width <= right {
            canvas.text(text, center + shift + 8, plot.y.clamped(estimate.value) + 4.5, "value")
        } else if width + 4 <= slot {
            let isAbove = (place.other ?? -.infinity) <= estimate.value
            let high = plot.y.clamped(estimate.upper ?? estimate.value) - 7
            let low = plot.y.clamped(estimate.lower ?? estimate.value) + 17
            canvas.text(text, center + shift, isAbove ? high : low, "m value")
        }
    }

    private func drawReferences(_ plot: Plot, on canvas: inout Canvas) {
        for (position, place) in places.enumerated() {
            guard let reference = place.reference else { continue }
            let level = plot.y.clamped(reference)
            canvas.line(plot.x(Double(position)) + 2, level, plot.x(Double(position + 1)) - 2, level, "step")
        }
        guard let level else { return }
        let y = plot.y.clamped(level.value)
        canvas.line(plot.left, y, plot.right, y, "reference")
        canvas.text(level.name, plot.left + 6, y - 6, "halo")
    }

    private func drawNames(_ plot: Plot, on canvas: inout Canvas) {
        canvas.line(plot.left, plot.bottom, plot.right, plot.bottom, "base")
        let widest = min(places.map { TextFit.width($0.name) }.max() ?? 0, 96) + 10
        let stride = max(1, Int((widest / slot).rounded(.up)))
        let counts = counts
        let perLine = Int(countLines)
        let countStride = max(1, Int(((counts.map { TextFit.width($0) }.max() ?? 0) + 4) / slot / 2) + 1)
        canvas.text("n", plot.left - 8, plot.bottom + 38, "e")
        for (position, place) in places.enumerated() {
            let center = plot.x(Double(position) + 0.5)
            if position % stride == 0 {
                canvas.fitted(place.name, center, plot.bottom + 19, width: slot * Double(stride) - 6, "m ink")
                if stride > 1 { canvas.line(center, plot.bottom, center, plot.bottom + 5, "base") }
            }
            guard position % countStride == 0 else { continue }
            let line = Double(position / countStride % perLine)
            canvas.text(counts[position], center, plot.bottom + 38 + line * 16, "m")
        }
        if !placeName.isEmpty {
            canvas.text(placeName, (plot.left + plot.right) / 2, height - 6, "axis m")
        }
    }
}
