import Markup

/// The picture of a waterfall: one row a part, scores from left to right.
struct WaterfallDrawing {
    private static let nameWidth = 172.0

    private let waterfall: ScoreWaterfall
    private let plot: Plot
    private let tops: [Double]
    private let key: KeyRow

    init(_ waterfall: ScoreWaterfall, width: Double) {
        self.waterfall = waterfall
        let ends = waterfall.rows.flatMap { row in
            switch row {
            case .part(_, let from, let to, _): [from, to]
            case .total(_, let score): [score]
            }
        }
        let low = min(0, ends.min() ?? 0)
        let high = max(100, ends.max() ?? 100)
        let (lower, upper) = waterfall.guardrail
        let limit = "guardrail ±\(NumberText.decimal(waterfall.limit, decimals: 0)) around the base score"
        let span = "\(NumberText.decimal(lower, decimals: 0)) to \(NumberText.decimal(upper, decimals: 0))"
        key = KeyRow(
            [
                (.fill("fill rule-part"), "rules"), (.fill("fill"), "adjustment"),
                (.fill("band"), "\(limit): \(span)"),
            ],
            width: width
        )
        let top = key.height + 8
        var y = top
        tops = waterfall.rows.map { row in
            defer { y += Self.height(of: row) }
            return y
        }
        plot = Plot(
            x: LinearScale(low...high, from: Self.nameWidth + 10, to: width - 52),
            y: LinearScale(0...1, from: y, to: top)
        )
    }

    var height: Double { plot.bottom + 44 }

    func canvas() -> Canvas {
        var canvas = Canvas()
        key.draw(on: &canvas, x: 0, y: 0)
        drawGuardrail(on: &canvas)
        for value in Ticks(covering: plot.x.domain, atMost: 6).values {
            canvas.line(plot.x(value), plot.top, plot.x(value), plot.bottom, "grid")
        }
        plot.drawBottomTicks("Score, points", on: &canvas, atMost: 6)
        for (position, row) in waterfall.rows.enumerated() {
            draw(row, top: tops[position], next: nextMiddle(after: position), on: &canvas)
        }
        return canvas
    }

    /// Shades where the adjusted score may lie, over the rows from the base score on.
    private func drawGuardrail(on canvas: inout Canvas) {
        let first = waterfall.rows.firstIndex { if case .total = $0 { true } else { false } } ?? 0
        let (lower, upper) = waterfall.guardrail
        let top = tops[first]
        canvas.rectangle(plot.x(lower), top, plot.x(upper), plot.bottom, "band")
        canvas.line(plot.x(lower), top, plot.x(lower), plot.bottom, "limit")
        canvas.line(plot.x(upper), top, plot.x(upper), plot.bottom, "limit")
    }

    /// Where the bar of the next row begins.
    private func nextMiddle(after position: Int) -> Double? {
        guard position + 1 < tops.count else { return nil }
        return tops[position + 1] + Self.height(of: waterfall.rows[position + 1]) / 2 - 7
    }

    private static func height(of row: ScoreWaterfall.Row) -> Double {
        let (name, isBold) = Self.name(of: row)
        return TextFit.wrapped(name, to: nameWidth - 4, limit: 2, isBold: isBold).count > 1 ? 40 : 26
    }

    private static func name(of row: ScoreWaterfall.Row) -> (String, isBold: Bool) {
        switch row {
        case .part(let name, _, _, _): (name, false)
        case .total(let name, _): (name, true)
        }
    }

    private func draw(_ row: ScoreWaterfall.Row, top: Double, next: Double?, on canvas: inout Canvas) {
        let middle = top + Self.height(of: row) / 2
        let (name, isBold) = Self.name(of: row)
        canvas.wrapped(
            name,
            Self.nameWidth,
            middle: middle,
            width: Self.nameWidth - 4,
            isBold ? "e strong" : "e"
        )
        switch row {
        case .part(_, let from, let to, let isAdjustment):
            let (x1, x2) = (plot.x(from), plot.x(to))
            canvas.rectangle(x1, middle - 7, x2, middle + 7, isAdjustment ? "fill" : "fill rule-part")
            if let next { canvas.line(x2, middle - 7, x2, next, "leader") }
            canvas.text(NumberText.signed(to - from, decimals: 1), max(x1, x2) + 6, middle + 4.5, "value")
        case .total(_, let score):
            let x = plot.x(score)
            canvas.rectangle(plot.x(0), middle - 9, x, middle + 9, "total")
            if let next { canvas.line(x, middle - 9, x, next, "leader") }
            canvas.text(NumberText.decimal(score, decimals: 1), x + 6, middle + 4.5, "strong halo")
        }
    }
}
