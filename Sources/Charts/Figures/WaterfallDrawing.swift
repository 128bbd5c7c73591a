import Markup

/// The picture of a waterfall: one row a part, scores from left to right.
struct WaterfallDrawing {
    private static let rowHeight = 26.0
    private static let nameWidth = 236.0

    private let waterfall: ScoreWaterfall
    private let plot: Plot
    private let width: Double

    init(_ waterfall: ScoreWaterfall, width: Double) {
        self.waterfall = waterfall
        self.width = width
        let ends = waterfall.rows.flatMap { row in
            switch row {
            case .part(_, let from, let to, _): [from, to]
            case .total(_, let score): [score]
            }
        }
        let low = min(0, ends.min() ?? 0)
        let high = max(100, ends.max() ?? 100)
        let top = 30.0
        plot = Plot(
            x: LinearScale(low...high, from: Self.nameWidth + 10, to: width - 52),
            y: LinearScale(0...1, from: top + Double(waterfall.rows.count) * Self.rowHeight, to: top)
        )
    }

    var height: Double { plot.bottom + 44 }

    func canvas() -> Canvas {
        var canvas = Canvas()
        drawGuardrail(on: &canvas)
        for value in Ticks(covering: plot.x.domain, atMost: 6).values {
            canvas.line(plot.x(value), plot.top, plot.x(value), plot.bottom, "grid")
        }
        plot.drawBottomTicks("Score, points", on: &canvas, atMost: 6)
        for (position, row) in waterfall.rows.enumerated() {
            draw(row, top: plot.top + Double(position) * Self.rowHeight, isLast: position == waterfall.rows.count - 1, on: &canvas)
        }
        return canvas
    }

    /// Shades where the adjusted score may lie, over the rows from the base score on.
    private func drawGuardrail(on canvas: inout Canvas) {
        let first = waterfall.rows.firstIndex { if case .total = $0 { true } else { false } } ?? 0
        let (lower, upper) = waterfall.guardrail
        let top = plot.top + Double(first) * Self.rowHeight
        canvas.rectangle(plot.x(lower), top, plot.x(upper), plot.bottom, "band")
        canvas.line(plot.x(lower), top, plot.x(lower), plot.bottom, "limit")
        canvas.line(plot.x(upper), top, plot.x(upper), plot.bottom, "limit")
        let limit = NumberText.decimal(waterfall.limit, decimals: 0)
        let text = "guardrail ±\(limit): \(NumberText.decimal(lower, decimals: 0)) to \(NumberText.decimal(upper, decimals: 0))"
        let half = TextFit.width(text) / 2
        let center = min(max(plot.x((lower + upper) / 2), half), width - half)
        canvas.text(text, center, plot.top - 10, "m")
        if first > 0 {
            canvas.line(center, plot.top - 4, center, top, "leader")
        }
    }

    private func draw(_ row: ScoreWaterfall.Row, top: Double, isLast: Bool, on canvas: inout Canvas) {
        let base = top + Self.rowHeight / 2 + 4.5
        switch row {
        case .part(let name, let from, let to, let isAdjustment):
            canvas.fitted(name, Self.nameWidth, base, width: Self.nameWidth - 4, "e")
            let (x1, x2) = (plot.x(from), plot.x(to))
            canvas.rectangle(x1, top + 6, x2, top + Self.rowHeight - 6, isAdjustment ? "fill" : "fill rule-part")
            if !isLast { canvas.line(x2, top + 6, x2, top + Self.rowHeight + 6, "leader") }
            canvas.text(NumberText.signed(to - from, decimals: 1), max(x1, x2) + 6, base, "value")
        case .total(let name, let score):
            canvas.fitted(name, Self.nameWidth, base, width: Self.nameWidth - 4, "e strong")
            canvas.rectangle(plot.x(max(0, plot.x.domain.lowerBound)), top + 4, plot.x(score), top + Self.rowHeight - 4, "total")
            if !isLast { canvas.line(plot.x(score), top + 4, plot.x(score), top + Self.rowHeight + 6, "leader") }
            canvas.text(NumberText.decimal(score, decimals: 1), plot.x(score) + 6, base, "strong")
        }
    }
}
