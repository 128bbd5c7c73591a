public import Markup

/// Skill of every family and horizon, coloured by what is certain of it.
public struct SkillHeatMap: Chart {
    /// What skill is counted in.
    public enum Unit: Sendable, Hashable {
        /// Fractions of the baseline's error, shown in percent.
        case percent
        /// Points of the impact scale.
        case points
    }

    /// Who judged the skill of a cell.
    public enum Judgement: Sendable, Hashable {
        /// A test that counts all cells; nil takes a lower bound above zero for passing it.
        case tested(passed: Bool?)
        /// Nobody: the bound is not corrected for the number of cells, so it never counts as beyond chance.
        case untested
        /// The test may be passed, but the model was refused for other reasons.
        case refused
    }

    /// One family at one horizon.
    public struct Cell: Sendable, Hashable {
        let skill: ChartEstimate?
        let n: Int
        let judgement: Judgement
        let isBeyondChance: Bool

        /// Creates a cell.
        ///
        /// - Parameters:
        ///   - skill: How much better than the baseline, in the chart's unit; nil where there is no model.
        ///   - n: Graded events.
        ///   - judgement: Who judged it; only skill that passed a test is coloured.
        public init(skill: ChartEstimate?, n: Int, judgement: Judgement = .tested(passed: nil)) {
            self.skill = skill.finite
            self.n = n
            self.judgement = judgement
            let lower = skill.finite?.lower ?? 0
            if case .tested(let passed) = judgement {
                isBeyondChance = lower > 0 && passed ?? true
            } else {
                isBeyondChance = false
            }
        }

        /// A family without a model at this horizon.
        public static let noModel = Self(skill: nil, n: 0)
    }

    /// One family.
    public struct Row: Sendable, Hashable {
        let name: String
        let cells: [Cell]

        /// Creates a row with one cell a horizon.
        public init(name: String, cells: [Cell]) {
            self.name = name
            self.cells = cells
        }
    }

    let heading: ChartHeading
    let horizons: [String]
    let rows: [Row]
    let unit: Unit

    /// Creates the heat map; a row with too few cells is filled with cells without a model.
    public init(heading: ChartHeading, horizons: [String], rows: [Row], unit: Unit = .percent) {
        self.heading = heading
        self.horizons = horizons
        self.unit = unit
        self.rows = rows.map { row in
            let missing = max(0, horizons.count - row.cells.count)
            let cells = row.cells + Array(repeating: Cell.noModel, count: missing)
            return Row(name: row.name, cells: Array(cells.prefix(horizons.count)))
        }
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let frame = Frame(heading, horizons.count <= 3 ? .narrow : .wide)
        guard rows.contains(where: { $0.cells.contains { $0.skill != nil } }) else {
            return frame.empty("No model with graded events yet.")
        }
        let drawing = HeatMapDrawing(self, width: frame.width)
        return frame.figure(
            height: drawing.height,
            description: description,
            drawing.canvas(),
            tables: [table]
        )
    }

    /// Skill in the unit that is shown.
    func shown(_ skill: ChartEstimate) -> ChartEstimate {
        unit == .percent ? skill.scaled(by: 100) : skill
    }

    /// Whether the bounds are one-sided.
    var isOneSided: Bool { rows.contains { $0.cells.contains { $0.skill?.isOneSided == true } } }

    var unitName: String { unit == .percent ? "%" : "points" }

    private var description: String {
        let named = rows.flatMap { row in
            zip(horizons, row.cells).map { (name: "\(row.name) \($0)", cell: $1) }
        }
        let withModel = named.filter { $0.cell.skill != nil }
        let beyond = withModel.filter(\.cell.isBeyondChance)
        let untested = withModel.count { $0.cell.judgement == .untested }
        let best = beyond.max { ($0.cell.skill?.lower ?? 0) < ($1.cell.skill?.lower ?? 0) }
        let told = best.flatMap { best in
            best.cell.skill.map { skill in
                " The highest lower bound: \(best.name) with a skill of \(shown(skill).text(decimals: 1)) \(unitName), n \(NumberText.count(best.cell.n))."
            }
        }
        return
            "\(beyond.count) of \(NumberText.count(withModel.count, "cell", "cells")) with a model show skill beyond chance; \(named.count - withModel.count) have no model."
            + (untested > 0
                ? " \(NumberText.count(untested, "cell is", "cells are")) not tested by the gate." : "")
            + (told ?? "")
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): numbers",
            columns: [
                .text("Family"), .text("Horizon"), .number("n"),
                .number("skill, \(unitName)\(isOneSided ? "" : " [95 %]")", decimals: 1),
                .number("at least, \(unitName)", decimals: 1), .text("Reading"),
            ]
        )
        for row in rows {
            for (horizon, cell) in zip(horizons, row.cells) {
                table.addRow([
                    .text(row.name), .text(horizon), .count(cell.n), cell.skill.map { shown($0) }.cell,
                    .number(cell.skill.flatMap { shown($0).lower }), .text(Self.reading(of: cell)),
                ])
            }
        }
        return table
    }

    private static func reading(of cell: Cell) -> String {
        if cell.skill == nil { return "no model" }
        switch cell.judgement {
        case .untested: return "not tested by the gate"
        case .refused: return "refused by the gate"
        case .tested: return cell.isBeyondChance ? "beyond chance" : "not beyond chance"
        }
    }
}
