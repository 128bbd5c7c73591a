import Markup

/// The picture of a funnel: a bar for each stage, and below it a thin bar for each reason.
struct FunnelDrawing {
    private static let nameWidth = 156.0
    private static let stageHeight = 30.0
    private static let lossHeight = 21.0

    private let stages: [FunnelChart.Stage]
    private let scale: LinearScale
    private let first: Int
    private let width: Double

    init(stages: [FunnelChart.Stage], width: Double) {
        self.stages = stages
        self.width = width
        first = stages.first?.count ?? 1
        let most = stages.map(\.count).max() ?? 1
        scale = LinearScale(0...Double(max(most, 1)), from: Self.nameWidth + 12, to: width - 132)
    }

    var height: Double {
        stages.reduce(4) { $0 + Self.stageHeight + Double(Self.drawn(of: $1).count) * Self.lossHeight + 8 }
    }

    /// The losses that are drawn: the largest one by one, the rest in one.
    private static func drawn(of stage: FunnelChart.Stage) -> [FunnelChart.Loss] {
        let limit = FunnelChart.lossesShown
        guard stage.losses.count > limit else { return stage.losses }
        let rest = stage.losses[(limit - 1)...]
        let joined = FunnelChart.Loss(
            reason: "for \(rest.count) further reasons",
            count: rest.reduce(0) { $0 + $1.count }
        )
        return Array(stage.losses.prefix(limit - 1)) + [joined]
    }

    func canvas() -> Canvas {
        var canvas = Canvas()
        var y = 4.0
        for stage in stages {
            draw(stage, y: y, on: &canvas)
            y += Self.stageHeight
            for loss in Self.drawn(of: stage) {
                draw(loss, y: y, on: &canvas)
                y += Self.lossHeight
            }
            y += 8
        }
        return canvas
    }

    private func draw(_ stage: FunnelChart.Stage, y: Double, on canvas: inout Canvas) {
        let base = y + Self.stageHeight / 2 + 4.5
        let end = scale(Double(stage.count))
        canvas.fitted(stage.name, Self.nameWidth, base, width: Self.nameWidth, "e strong")
        canvas.rectangle(scale.start, y + 3, max(end, scale.start + 1), y + Self.stageHeight - 3, "total")
        let share = NumberText.percent(Double(stage.count) / Double(max(first, 1)), decimals: 1)
        canvas.text(
            "\(NumberText.count(stage.count)) · \(share)",
            max(end, scale.start + 1) + 8,
            base,
            "strong"
        )
    }

    /// Draws a loss as a thin bar with its count and its reason behind it.
    private func draw(
        _ loss: FunnelChart.Loss,
        y: Double,
        on canvas: inout Canvas
    ) {
        let end = max(scale(Double(loss.count)), scale.start + 1)
        canvas.rectangle(scale.start, y + 5, end, y + Self.lossHeight - 5, "lost")
        let text = "\(NumberText.count(loss.count)) \(loss.reason)"
        canvas.fitted(text, end + 8, y + Self.lossHeight / 2 + 4.5, width: width - end - 8)
    }
}
