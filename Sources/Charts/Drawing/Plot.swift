import Markup

/// The rectangle in which numbers are drawn, with its two scales.
struct Plot: Sendable {
    let x: LinearScale
    let y: LinearScale

    var left: Double { x.start }
    var right: Double { x.end }
    var top: Double { y.end }
    var bottom: Double { y.start }

    /// Draws level lines with numbers to their left and the axis' name above.
    func drawLevels(_ name: String, on canvas: inout Canvas, atMost count: Int = 6) {
        let ticks = Ticks(covering: y.domain, atMost: count)
        for value in ticks.values {
            let level = y(value)
            canvas.line(left, level, right, level, value == 0 && y.domain.lowerBound < 0 ? "zero" : "grid")
            canvas.text(ticks.text(value), left - 8, level + 4.5, "e")
        }
        canvas.fitted(name, 0, top - 12, width: right, "axis")
    }

    /// Draws ticks with numbers below the plot and the axis' name below them.
    func drawBottomTicks(
        _ name: String,
        on canvas: inout Canvas,
        atMost count: Int,
        isSessions: Bool = false
    ) {
        let ticks = Ticks(covering: x.domain, atMost: count, isWhole: isSessions)
        canvas.line(left, bottom, right, bottom, "base")
        for value in ticks.values {
            let place = x(value)
            canvas.line(place, bottom, place, bottom + 5, "base")
            let text = isSessions ? NumberText.signed(value, decimals: ticks.decimals) : ticks.text(value)
            canvas.text(text, place, bottom + 19, "m")
        }
        if !name.isEmpty { canvas.text(name, (left + right) / 2, bottom + 38, "axis m") }
    }

    /// Draws a point with a vertical interval.
    func draw(_ estimate: ChartEstimate, at place: Double, on canvas: inout Canvas, title: String? = nil) {
        if let lower = estimate.lower, let upper = estimate.upper {
            let (low, high) = (y.clamped(lower), y.clamped(upper))
            canvas.line(place, low, place, high, "iv")
            canvas.line(place - 4, low, place + 4, low, "iv")
            canvas.line(place - 4, high, place + 4, high, "iv")
        }
        canvas.circle(place, y.clamped(estimate.value), 4.5, "pt", title: title)
    }
}
