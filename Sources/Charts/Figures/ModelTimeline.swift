public import Markup

/// Which model version stood in which slot at what time.
public struct ModelTimeline: Chart {
    /// What became of a version.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// In use.
        case champion
        /// Trained, not in use.
        case staging
        /// No longer in use.
        case archived
    }

    /// One version in its slot.
    public struct Version: Sendable, Hashable {
        let name: String
        let status: Status
        let from: ChartDay
        let to: ChartDay?

        /// Creates a version with its number, its status, and its first and last day; nil means it still stands.
        public init(name: String, status: Status, from: ChartDay, to: ChartDay? = nil) {
            self.name = name
            self.status = status
            self.from = from
            self.to = to
        }
    }

    /// One family at one horizon.
    public struct Slot: Sendable, Hashable {
        let name: String
        let versions: [Version]

        /// Creates a slot with its versions.
        public init(name: String, versions: [Version]) {
            self.name = name
            self.versions = versions.sorted { $0.from < $1.from }
        }
    }

    private let heading: ChartHeading
    private let slots: [Slot]
    private let until: ChartDay

    /// Creates the chart; versions that still stand end at `until`.
    public init(heading: ChartHeading, slots: [Slot], until: ChartDay) {
        self.heading = heading
        self.slots = slots
        self.until = until
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let frame = Frame(heading)
        guard slots.contains(where: { !$0.versions.isEmpty }) else {
            return frame.empty("No model was trained yet.")
        }
        let drawing = TimelineDrawing(slots: slots, until: until, width: frame.width)
        return frame.figure(
            height: drawing.height,
            description: description,
            drawing.canvas(),
            tables: [table]
        )
    }

    private var description: String {
        let versions = slots.reduce(0) { $0 + $1.versions.count }
        let champions = slots.compactMap { slot in
            slot.versions.last { $0.status == .champion && $0.to == nil }.map { "\(slot.name) \($0.name)" }
        }
        let live = champions.isEmpty ? "none is in use" : "in use are \(champions.joined(separator: ", "))"
        return
            "\(NumberText.count(versions, "version", "versions")) in \(NumberText.count(slots.count, "slot", "slots")); on \(until.text) \(live)."
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): versions",
            columns: [.text("Slot"), .text("Version"), .text("Status"), .text("From"), .text("To")]
        )
        for slot in slots {
            for version in slot.versions {
                table.addRow([
                    .text(slot.name), .text(version.name), .text(version.status.rawValue),
                    .text(version.from.text), .text(version.to?.text ?? "still"),
                ])
            }
        }
        return table
    }
}
