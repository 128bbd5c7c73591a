import Foundation
import Markup

/// The picture of a price: a line, and a lane of marks below it for each family.
struct PriceDrawing {
    private static let laneHeight = 22.0
    private static let lanesShown = 5

    private struct Lane {
        let name: String
        let symbol: Symbol
        let events: [PriceChart.Event]
    }

    private let chart: PriceChart
    private let spans: [PriceSpan]
    private let named: Set<PriceChart.Event>
    private let lanes: [Lane]
    private let plot: Plot
    private let width: Double

    init(_ chart: PriceChart, spans: [PriceSpan], named: Set<PriceChart.Event>, width: Double) {
        self.chart = chart
        self.spans = spans
        self.named = named
        self.width = width
        let first = chart.prices.first?.day.daysSinceEpoch ?? 0
        let last = chart.prices.last?.day.daysSinceEpoch ?? 0
        let lanes = Self.lanes(
            of: chart.events.filter { (first...max(first, last)).contains($0.day.daysSinceEpoch) }
        )
        self.lanes = lanes
        let widest = lanes.map { TextFit.width($0.name) }.max() ?? 0
        let closes = chart.prices.map(\.close)
        let levels: ClosedRange<Double>
        if chart.isLogarithmic {
            let logs = closes.map { log10($0) }
            levels = (logs.min() ?? 0) - 0.02...(logs.max() ?? 1) + 0.02
        } else {
            levels = LinearScale.roundDomain(of: closes, limits: 0...Double.greatestFiniteMagnitude)
        }
        plot = Plot(
            x: LinearScale(
                Double(first)...Double(last),
                from: max(58, min(widest, 120) + 10),
                to: width - 16
            ),
            y: LinearScale(levels, from: 268, to: 32)
        )
    }

    private static func lanes(of events: [PriceChart.Event]) -> [Lane] {
        let families = Dictionary(grouping: events, by: \.family)
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        var groups = families.prefix(lanesShown).map { ($0.key, $0.value) }
        if families.count > lanesShown {
            let rest = families[(lanesShown - 1)...].flatMap(\.value).sorted { $0.day < $1.day }
            groups[lanesShown - 1] = ("other families", rest)
        }
        return zip(groups, Symbol.allCases).map { Lane(name: $0.0, symbol: $1, events: $0.1) }
    }

    private var lanesTop: Double { plot.bottom + 32 }
    private var lanesBottom: Double {
        lanesTop + (lanes.isEmpty ? 0 : 20) + Double(lanes.count) * Self.laneHeight
    }

    var height: Double { lanesBottom + (lanes.isEmpty ? 0 : 8) }

    func canvas() -> Canvas {
        var canvas = Canvas()
        let scale = chart.isLogarithmic ? ", logarithmic scale" : ""
        canvas.fitted("Close, \(chart.unit)\(scale)", 0, 14, width: width, "axis")
        for (value, text) in levelTicks {
            canvas.line(plot.left, plot.y(value), plot.right, plot.y(value), "grid")
            canvas.text(text, plot.left - 8, plot.y(value) + 4.5, "e")
        }
        drawDays(on: &canvas)
        let corners = spans.flatMap(\.corners).map {
            (x: plot.x(Double($0.day.daysSinceEpoch)), y: plot.y(level($0.close)))
        }
        if corners.count == 1, let corner = corners.first { canvas.circle(corner.x, corner.y, 4.5, "pt") }
        if corners.count > 1 { canvas.path(.through(corners), "price") }
        drawLanes(on: &canvas)
        return canvas
    }

    private func level(_ close: Double) -> Double { chart.isLogarithmic ? log10(close) : close }

    private var levelTicks: [(value: Double, text: String)] {
        guard chart.isLogarithmic else {
            let ticks = Ticks(covering: plot.y.domain, atMost: 6)
            return ticks.values.map { ($0, ticks.text($0)) }
        }
        let ticks = LogTicks(from: pow(10, plot.y.domain.lowerBound), to: pow(10, plot.y.domain.upperBound))
        return ticks.values.map { (log10($0), ticks.text($0)) }
    }

    private func drawDays(on canvas: inout Canvas) {
        let first = ChartDay(daysSinceEpoch: Int32(plot.x.domain.lowerBound.rounded(.up)))
        let last = ChartDay(daysSinceEpoch: Int32(plot.x.domain.upperBound.rounded(.down)))
        canvas.line(plot.left, plot.bottom, plot.right, plot.bottom, "base")
        guard first <= last else { return }
        for tick in DayTicks(from: first, to: last, atMost: 8).values {
            let x = plot.x(Double(tick.day.daysSinceEpoch))
            canvas.line(x, plot.top, x, lanes.isEmpty ? plot.bottom : lanesBottom, "grid")
            let half = TextFit.width(tick.label) / 2
            canvas.text(tick.label, min(x, width - half), plot.bottom + 19, "m")
        }
    }

    private func drawLanes(on canvas: inout Canvas) {
        guard !lanes.isEmpty else { return }
        canvas.text("Events by family; marks by score: below 40, from 40, from 70", 0, lanesTop + 12, "axis")
        for (position, lane) in lanes.enumerated() {
            let y = lanesTop + 20 + (Double(position) + 0.5) * Self.laneHeight
            canvas.line(plot.left, y, plot.right, y, "grid")
            drawUnnamed(lane, y: y, on: &canvas)
            for event in lane.events where named.contains(event) { draw(event, lane, y: y, on: &canvas) }
            canvas.fitted(lane.name, 0, y + 4.5, width: plot.left - 8, "ink")
        }
    }

    /// Marks without tooltips, all of a lane in one path.
    private func drawUnnamed(_ lane: Lane, y: Double, on canvas: inout Canvas) {
        var path = PathData()
        var drawn: Set<[Double]> = []
        for event in lane.events where !named.contains(event) {
            let (x, radius) = (x(of: event), radius(of: event))
            if drawn.insert([x, radius]).inserted { path.add(lane.symbol.path(x, y, radius)) }
        }
        if !path.text.isEmpty { canvas.path(path, "mark") }
    }

    private func draw(_ event: PriceChart.Event, _ lane: Lane, y: Double, on canvas: inout Canvas) {
        let score = event.score.map { ", score \(NumberText.decimal($0, decimals: 1))" } ?? ""
        let title = "\(event.day.text) \(TextFit.truncated(event.title, to: 420))\(score)"
        canvas.path(lane.symbol.path(x(of: event), y, radius(of: event)), "mark", title: title)
    }

    /// Whole coordinates are enough for marks, and marks at the same place are one.
    private func x(of event: PriceChart.Event) -> Double {
        plot.x(Double(event.day.daysSinceEpoch)).rounded()
    }

    private func radius(of event: PriceChart.Event) -> Double {
        switch event.score ?? 0 {
        case 70...: 7
        case 40...: 5
        default: 3
        }
    }
}
