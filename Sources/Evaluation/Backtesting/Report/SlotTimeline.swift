public import Market
public import Models

/// The models of one slot with everything that became of them.
public struct SlotTimeline: Sendable, Equatable {
    /// The slot.
    public let cell: Cell
    /// Its models, oldest first.
    public let models: [ModelLife]
}

/// The life of one model.
public struct ModelLife: Sendable, Equatable {
    /// Name and version.
    public let modelID: String
    /// The version.
    public let version: String
    /// Every status that it took, oldest first.
    public let changes: [StatusChange]
    /// The spans in which it was the champion, oldest first.
    public let reigns: [ModelReign]
}

/// A span in which a model was the champion of its slot.
public struct ModelReign: Sendable, Hashable {
    /// When it began.
    public let from: UTCInstant
    /// When it ended; nil while it lasts.
    public let until: UTCInstant?

    /// Creates a span.
    public init(from: UTCInstant, until: UTCInstant?) {
        self.from = from
        self.until = until
    }
}

extension SlotTimeline {
    /// The timelines of a registry, slots sorted.
    static func all(_ models: [ModelRecord]) -> [SlotTimeline] {
        let timeline = ModelTimeline(models)
        return Dictionary(grouping: models, by: \.cell).sorted { $0.key < $1.key }.map { cell, records in
            let periods = timeline.periods(cell: cell)
            return SlotTimeline(
                cell: cell,
                models: records.sorted { $0.version < $1.version }.map { record in
                    ModelLife(
                        modelID: record.id,
                        version: record.version.text,
                        changes: record.history,
                        reigns: periods.filter { $0.record.id == record.id }
                            .map { ModelReign(from: $0.from, until: $0.until) }
                    )
                }
            )
        }
    }
}
