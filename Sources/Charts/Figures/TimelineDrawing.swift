import Markup

/// The picture of model versions: a row a slot, bars over time, bars of the same time below each other.
struct TimelineDrawing {
    private static let nameWidth = 150.0
    private static let barHeight = 24.0

    private struct Bar {
        /// Where the name stands.
        enum Label {
            case inside
            case after
            case before
        }

        let version: ModelTimeline.Version
        let name: String
        let lane: Int
        let start: Double
        let end: Double
        let label: Label
    }

    private let rows: [(slot: ModelTimeline.Slot, bars: [Bar], lanes: Int)]
    private let until: ChartDay
    private let first: ChartDay
    private let scale: LinearScale
    private let key = KeyRow(
        [(.fill("champion"), "champion"), (.fill("staging"), "staging"), (.fill("archived"), "archived")],
        width: 640
    )

    init(slots: [ModelTimeline.Slot], until: ChartDay, width: Double) {
        let days = slots.flatMap { $0.versions.flatMap { [$0.from, $0.to].compactMap(\.self) } } + [until]
        let last = days.max() ?? until
        let first = min(days.min() ?? until, ChartDay(daysSinceEpoch: last.daysSinceEpoch - 30))
        self.first = first
        self.until = last
        let scale = LinearScale(
            Double(first.daysSinceEpoch)...Double(last.daysSinceEpoch),
            from: Self.nameWidth,
            to: width - 10
        )
        self.scale = scale
        rows = slots.map { slot in
            let bars = Self.packed(slot.versions, until: last, scale)
            return (slot, bars, (bars.map(\.lane).max() ?? 0) + 1)
        }
    }

    /// Puts each bar, with the room of its name, into the first lane that is free.
    private static func packed(
        _ versions: [ModelTimeline.Version],
        until: ChartDay,
        _ scale: LinearScale
    ) -> [Bar] {
        var ends: [Double] = []
        return versions.map { version in
            let start = scale.clamped(Double(version.from.daysSinceEpoch))
            let end = max(scale.clamped(Double((version.to ?? until).daysSinceEpoch)), start + 3)
            let name = TextFit.truncated(version.name, to: 140)
            let width = TextFit.width(name, isBold: version.status == .champion)
            let label: Bar.Label =
                start + 12 + width <= end ? .inside : end + 6 + width <= scale.end + 10 ? .after : .before
            let left = label == .before ? start - width - 8 : start
            let right = label == .after ? end + width + 8 : end
            let lane = ends.firstIndex { $0 <= left + 0.5 } ?? ends.count
            if lane == ends.count { ends.append(0) }
            ends[lane] = right
            return Bar(version: version, name: name, lane: lane, start: start, end: end, label: label)
        }
    }

    private var top: Double { key.height + 10 }

    private var bottom: Double {
        rows.reduce(top) { $0 + Double($1.lanes) * Self.barHeight + 10 }
    }

    var height: Double { bottom + 28 }

    func canvas() -> Canvas {
        var canvas = Canvas()
        key.draw(on: &canvas, x: 0, y: 0)
        for tick in DayTicks(from: first, to: until, atMost: 7).values {
            let x = scale(Double(tick.day.daysSinceEpoch))
            canvas.line(x, top, x, bottom, "grid")
            let half = TextFit.width(tick.label) / 2
            canvas.text(tick.label, min(x, scale.end + 10 - half), bottom + 19, "m")
        }
        canvas.line(scale.start, bottom, scale.end, bottom, "base")
        var y = top
        for row in rows {
            canvas.fitted(row.slot.name, 0, y + 5 + 16, width: Self.nameWidth - 12, "strong")
            if row.bars.isEmpty { canvas.text("no model", scale.start + 6, y + 21) }
            for bar in row.bars { draw(bar, y: y + 5 + Double(bar.lane) * Self.barHeight, on: &canvas) }
            y += Double(row.lanes) * Self.barHeight + 10
            canvas.line(0, y, scale.end, y, "grid")
        }
        return canvas
    }

    private func draw(_ bar: Bar, y: Double, on canvas: inout Canvas) {
        let version = bar.version
        let status = version.status.rawValue
        let span = "\(version.name), \(status), \(version.from.text) to \(version.to?.text ?? "now")"
        canvas.rectangle(bar.start, y + 2, bar.end, y + Self.barHeight - 2, status, title: span)
        switch bar.label {
        case .inside: canvas.text(bar.name, bar.start + 6, y + 16.5, "on-\(status)")
        case .after: canvas.text(bar.name, bar.end + 6, y + 16.5, "ink")
        case .before: canvas.text(bar.name, bar.start - 6, y + 16.5, "e ink")
        }
    }
}
