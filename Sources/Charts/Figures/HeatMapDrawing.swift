import Markup

/// The picture of a heat map: a cell's colour is its lower bound, its text the estimate.
struct HeatMapDrawing {
    private static let cellHeight = 58.0
    private static let shades = 5

    private let map: SkillHeatMap
    private let width: Double
    private let key: KeyRow
    private let step: Double

    init(_ map: SkillHeatMap, width: Double) {
        self.map = map
        self.width = width
        let bounds = map.rows.flatMap(\.cells).filter(\.isBeyondChance)
            .compactMap { $0.skill.flatMap { map.shown($0).lower } }
        let ticks = Ticks(covering: 0...max(bounds.max() ?? 0, 1e-6), atMost: Self.shades + 1)
        step = ticks.step
        let steps = Int(((bounds.max() ?? 0) / ticks.step).rounded(.up))
        var entries: [(mark: KeyRow.Mark, text: String)] = (0..<min(steps, Self.shades)).map { shade in
            let (low, high) = (Double(shade) * ticks.step, Double(shade + 1) * ticks.step)
            return (.fill("shade\(shade + 1)"), "\(ticks.text(low))–\(ticks.text(high))")
        }
        let cells = map.rows.flatMap(\.cells)
        let hasRefused = cells.contains { $0.judgement == .refused && $0.skill != nil }
        entries.append(
            (
                .hatch("\(map.heading.id)-hatch"),
                hasRefused ? "not beyond chance or refused" : "not beyond chance"
            )
        )
        if cells.contains(where: { $0.judgement == .untested && $0.skill != nil }) {
            entries.append((.fill("untested"), "not tested by the gate"))
        }
        if cells.contains(where: { $0.skill == nil }) { entries.append((.fill("void"), "no model")) }
        key = KeyRow(entries, width: width)
    }

    private var nameWidth: Double { width > 500 ? 128 : 108 }

    private var top: Double { 20 + key.height + 32 }

    var height: Double { top + Double(map.rows.count) * Self.cellHeight + 4 }

    func canvas() -> Canvas {
        var canvas = Canvas()
        canvas.defineHatch("\(map.heading.id)-hatch")
        canvas.text(
            "Colour: lower bound. Text: skill, \(map.isOneSided ? "lower bound" : "95\u{A0}% interval"), "
                + "\(map.unitName), n",
            0,
            12,
            "axis"
        )
        key.draw(on: &canvas, x: 0, y: 22)
        let cellWidth = (width - nameWidth) / Double(max(map.horizons.count, 1))
        for (column, horizon) in map.horizons.enumerated() {
            let center = nameWidth + (Double(column) + 0.5) * cellWidth
            canvas.fitted(horizon, center, top - 8, width: cellWidth - 4, "m strong")
        }
        for (line, row) in map.rows.enumerated() {
            let y = top + Double(line) * Self.cellHeight
            canvas.wrapped(
                row.name,
                0,
                middle: y + Self.cellHeight / 2 - 1,
                width: nameWidth - 10,
                "strong"
            )
            for (column, cell) in row.cells.enumerated() {
                draw(
                    cell,
                    x: nameWidth + Double(column) * cellWidth,
                    y: y,
                    width: cellWidth,
                    on: &canvas
                )
            }
        }
        return canvas
    }

    private func draw(_ cell: SkillHeatMap.Cell, x: Double, y: Double, width: Double, on canvas: inout Canvas)
    {
        let (right, bottom) = (x + width - 3, y + Self.cellHeight - 3)
        let center = x + (width - 3) / 2
        guard let skill = cell.skill.map(map.shown) else {
            canvas.rectangle(x, y, right, bottom, "void")
            canvas.text("no model", center, y + Self.cellHeight / 2 + 3, "m")
            return
        }
        let rim = cell.isBeyondChance ? "" : " halo"
        if cell.isBeyondChance, let lower = skill.lower {
            let shade = min(Self.shades, Int((lower / step).rounded(.down)) + 1)
            canvas.rectangle(x, y, right, bottom, "shade\(shade)")
        } else if cell.judgement == .untested {
            canvas.rectangle(x, y, right, bottom, "untested")
        } else {
            canvas.rectangle(x, y, right, bottom, "hatched", fill: "url(#\(map.heading.id)-hatch)")
        }
        let unit = map.unit == .percent ? "\u{A0}%" : ""
        canvas.text(NumberText.signed(skill.value, decimals: 1) + unit, center, y + 18, "m strong\(rim)")
        if let lower = skill.lower, let upper = skill.upper {
            let interval =
                "[\(NumberText.decimal(lower, decimals: 1)), \(NumberText.decimal(upper, decimals: 1))]"
            canvas.text(interval, center, y + 34, "m ink\(rim)")
        } else if let lower = skill.lower {
            canvas.text("≥ \(NumberText.decimal(lower, decimals: 1))", center, y + 34, "m ink\(rim)")
        }
        canvas.text("n \(NumberText.count(cell.n))", center, y + 50, "m ink\(rim)")
    }
}
