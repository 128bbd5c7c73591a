public import Markup

/// What became of all events, stage by stage, and why some went no further.
public struct FunnelChart: Chart {
    /// Why so many went no further.
    public struct Loss: Sendable, Hashable {
        let reason: String
        let count: Int

        /// Creates a loss.
        public init(reason: String, count: Int) {
            self.reason = reason
            self.count = count
        }
    }

    /// One stage.
    public struct Stage: Sendable, Hashable {
        let name: String
        let count: Int
        let losses: [Loss]

        /// Creates a stage with those that reached it, and those of them that did not reach the next, by reason.
        public init(name: String, count: Int, losses: [Loss] = []) {
            self.name = name
            self.count = max(0, count)
            self.losses = losses.filter { $0.count > 0 }.sorted { $0.count > $1.count }
        }
    }

    /// Losses of a stage that are drawn one by one; the rest is drawn together.
    static let lossesShown = 6

    private let heading: ChartHeading
    private let stages: [Stage]

    /// Creates the funnel from its stages, the widest first.
    public init(heading: ChartHeading, stages: [Stage]) {
        self.heading = heading
        self.stages = stages
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let frame = Frame(heading, .narrow)
        guard let first = stages.first, first.count > 0 else { return frame.empty("No events yet.") }
        let drawing = FunnelDrawing(stages: stages, width: frame.width)
        return frame.figure(
            height: drawing.height,
            description: description(from: first),
            drawing.canvas(),
            tables: [table(from: first)]
        )
    }

    private func description(from first: Stage) -> String {
        let steps = stages.map { stage in
            let share = NumberText.percent(Double(stage.count) / Double(first.count), n: first.count)
            return "\(stage.name) \(NumberText.count(stage.count)) (\(share))"
        }
        let largest = stages.flatMap(\.losses).max { $0.count < $1.count }
        let told = largest.map { " The most frequent reason: \($0.reason), \(NumberText.count($0.count))." }
        return "\(steps.joined(separator: ", "))." + (told ?? "")
    }

    private func table(from first: Stage) -> TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): numbers",
            columns: [
                .text("Stage"), .text("Went no further because"), .number("count"),
                .number("of \(first.name), %", decimals: 1),
            ]
        )
        for stage in stages {
            let share = Double(stage.count) / Double(first.count) * 100
            table.addRow([.text(stage.name), "", .count(stage.count), .number(share)], class: "total")
            for loss in stage.losses {
                let share = Double(loss.count) / Double(first.count) * 100
                table.addRow([.text(stage.name), .text(loss.reason), .count(loss.count), .number(share)])
            }
        }
        return table
    }
}
