public import Markup

/// How a score comes about: from the factors of the rules to the adjustment within its guardrail.
public struct ScoreWaterfall: Chart {
    /// One factor or contribution.
    public struct Part: Sendable, Hashable {
        let name: String
        let points: Double

        /// Creates a part with its name and its points, positive or negative.
        public init(_ name: String, _ points: Double) {
            self.name = name
            self.points = points
        }
    }

    /// One row of the picture.
    enum Row: Sendable, Hashable {
        /// A part from where the parts before it end.
        case part(name: String, from: Double, to: Double, isAdjustment: Bool)
        /// A score.
        case total(name: String, score: Double)
    }

    let heading: ChartHeading
    let rows: [Row]
    let baseScore: Double
    let adjustedScore: Double
    let limit: Double
    let notApplied: String?
    let dropped: Int

    /// Creates the waterfall.
    ///
    /// - Parameters:
    ///   - heading: What stands above it.
    ///   - factors: What the rules add up; what they miss of the base score is shown as rounding and limits.
    ///   - baseScore: The base score, 0...100 points.
    ///   - contributions: What the applied adjustment is made of, points.
    ///   - adjustedScore: The adjusted score, 0...100 points.
    ///   - limit: The guardrail: how far the adjusted score may lie from the base score, points.
    ///   - notApplied: Why there is no adjustment, in the fixed words; nil where there is one.
    public init(
        heading: ChartHeading,
        factors: [Part],
        baseScore: Double,
        contributions: [Part],
        adjustedScore: Double,
        limit: Double = 20,
        notApplied: String? = nil
    ) {
        self.heading = heading
        self.baseScore = baseScore
        self.adjustedScore = adjustedScore
        self.limit = limit
        self.notApplied = notApplied
        dropped = (factors + contributions).count { !$0.points.isFinite }
        var rows: [Row] = []
        if !factors.isEmpty {
            rows += Self.parts(factors, from: 0, to: baseScore, isAdjustment: false)
        }
        rows.append(.total(name: "Base score (deterministic rules)", score: baseScore))
        if notApplied == nil {
            rows += Self.parts(contributions, from: baseScore, to: adjustedScore, isAdjustment: true)
        }
        rows.append(.total(name: notApplied ?? "AI-adjusted score (Market Echo)", score: adjustedScore))
        self.rows = rows
    }

    private static func parts(
        _ parts: [Part],
        from start: Double,
        to end: Double,
        isAdjustment: Bool
    ) -> [Row] {
        var rows: [Row] = []
        var level = start
        for part in parts where part.points.isFinite {
            rows.append(
                .part(name: part.name, from: level, to: level + part.points, isAdjustment: isAdjustment)
            )
            level += part.points
        }
        if (level - end).magnitude > 0.05 {
            rows.append(.part(name: "Rounding and limits", from: level, to: end, isAdjustment: isAdjustment))
        }
        return rows
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let frame = Frame(heading, .narrow, dropped: dropped)
        guard baseScore.isFinite, adjustedScore.isFinite, limit.isFinite else {
            return frame.empty("This event has no score.")
        }
        let drawing = WaterfallDrawing(self, width: frame.width)
        return frame.figure(
            height: drawing.height,
            description: description,
            drawing.canvas(),
            tables: [table]
        )
    }

    private var description: String {
        let base = NumberText.decimal(baseScore, decimals: 1)
        if let notApplied {
            return "The base score is \(base) points. \(notApplied): the score stays as it is."
        }
        let change = NumberText.points(adjustedScore - baseScore, decimals: 1, isSigned: true)
        let adjusted = NumberText.decimal(adjustedScore, decimals: 1)
        let largest = rows.compactMap { row -> (name: String, points: Double)? in
            guard case .part(let name, let from, let to, true) = row else { return nil }
            return (name, to - from)
        }.max { $0.points.magnitude < $1.points.magnitude }
        let told = largest.map {
            ", most of it from \($0.name) (\(NumberText.signed($0.points, decimals: 1)))"
        }
        return
            "The base score of \(base) points is adjusted by \(change) to \(adjusted)\(told ?? ""). "
            + "The adjustment may not exceed \(NumberText.decimal(limit, decimals: 0)) points."
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): numbers",
            columns: [
                .text("Part"), .number("points", decimals: 2), .number("score after it", decimals: 2),
            ]
        )
        for row in rows {
            switch row {
            case .part(let name, let from, let to, _):
                table.addRow([.text(name), .signed(to - from), .number(to)])
            case .total(let name, let score):
                table.addRow([.text(name), .text(""), .number(score)], class: "total")
            }
        }
        let (low, high) = guardrail
        table.addRow(["Guardrail, lower limit", .signed(low - baseScore), .number(low)])
        table.addRow(["Guardrail, upper limit", .signed(high - baseScore), .number(high)])
        return table
    }

    /// Between which scores the adjusted score must lie.
    var guardrail: (lower: Double, upper: Double) {
        (max(0, baseScore - limit), min(100, baseScore + limit))
    }
}
