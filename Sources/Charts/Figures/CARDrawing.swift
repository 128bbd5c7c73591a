import Markup

/// The picture of cumulative abnormal returns: panels with common axes.
struct CARDrawing {
    private static let left = 46.0
    private static let gap = 12.0
    /// Room for the last value beside each panel.
    private static let valueWidth = 70.0

    private let groups: [CARChart.Group]
    private let width: Double
    private let columns: Int
    private let panelHeight: Double
    private let sessions: ClosedRange<Double>
    private let levels: ClosedRange<Double>

    init(groups: [CARChart.Group], width: Double) {
        self.groups = groups
        self.width = width
        columns = groups.count == 1 ? 1 : 2
        panelHeight = groups.count == 1 ? 240 : 150
        let points = groups.flatMap(\.points)
        let first = points.map(\.session).min() ?? 0
        let last = points.map(\.session).max() ?? 0
        sessions = Double(min(first, 0))...Double(max(last, 1))
        levels = LinearScale.roundDomain(of: points.flatMap(\.value.numbers), including: [0])
    }

    private var rows: Int { (groups.count + columns - 1) / columns }
    private var rowHeight: Double { panelHeight + 62 }

    var height: Double { 24 + Double(rows) * rowHeight + 16 }

    func canvas() -> Canvas {
        var canvas = Canvas()
        canvas.text("Mean cumulative abnormal return, %, 95\u{A0}% band", 0, 12, "axis")
        let panelWidth =
            (width - Self.left - Self.gap * Double(columns - 1)) / Double(columns) - Self.valueWidth
        for (position, group) in groups.enumerated() {
            let x = Self.left + Double(position % columns) * (panelWidth + Self.valueWidth + Self.gap)
            let y = 24 + Double(position / columns) * rowHeight + 28
            let plot = Plot(
                x: LinearScale(sessions, from: x, to: x + panelWidth),
                y: LinearScale(levels, from: y + panelHeight, to: y)
            )
            let isLast = position + columns >= groups.count
            draw(group, plot, hasNumbers: position % columns == 0, hasName: isLast, on: &canvas)
        }
        return canvas
    }

    private func draw(
        _ group: CARChart.Group,
        _ plot: Plot,
        hasNumbers: Bool,
        hasName: Bool,
        on canvas: inout Canvas
    ) {
        let counted = "n \(NumberText.count(group.n))"
        let room = plot.right - plot.left - TextFit.width(counted) + Self.valueWidth - 16
        canvas.fitted(group.name, plot.left, plot.top - 10, width: room, "strong")
        canvas.text(counted, plot.right + Self.valueWidth, plot.top - 10, "e")
        drawBand(of: group, plot, on: &canvas)
        let ticks = Ticks(covering: levels, atMost: columns == 1 ? 7 : 5)
        for value in ticks.values {
            canvas.line(plot.left, plot.y(value), plot.right, plot.y(value), value == 0 ? "zero" : "grid")
            guard hasNumbers else { continue }
            canvas.text(
                NumberText.signed(value, decimals: ticks.decimals),
                plot.left - 8,
                plot.y(value) + 4.5,
                "e"
            )
        }
        drawCurve(of: group, plot, on: &canvas)
        canvas.line(plot.x(0), plot.top, plot.x(0), plot.bottom, "reference")
        canvas.text("event", plot.x(0) + 5, plot.top + 12, "halo")
        plot.drawBottomTicks(
            hasName ? "Session" : "",
            on: &canvas,
            atMost: columns == 1 ? 11 : 6,
            isSessions: true
        )
    }

    private func drawCurve(of group: CARChart.Group, _ plot: Plot, on canvas: inout Canvas) {
        let corners = group.points.map { (x: plot.x(Double($0.session)), y: plot.y($0.value.value)) }
        if corners.count > 1 { canvas.path(.through(corners), "curve") }
        guard let last = group.points.last, let corner = corners.last else { return }
        canvas.circle(corner.x, corner.y, 3.5, "pt")
        let text = NumberText.signed(last.value.value, decimals: 2) + "\u{A0}%"
        canvas.text(text, corner.x + 7, corner.y + 4.5, "strong")
    }
    /// Draws the band; lines drawn later stay visible over it.
    private func drawBand(of group: CARChart.Group, _ plot: Plot, on canvas: inout Canvas) {
        let edges = group.points.compactMap { point in
            point.value.lower.flatMap { lower in
                point.value.upper.map { upper in
                    (x: plot.x(Double(point.session)), lower: plot.y(lower), upper: plot.y(upper))
                }
            }
        }
        if edges.count > 1 { canvas.path(.area(edges), "band") }
    }
}
