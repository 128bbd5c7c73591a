import Events
import JSONText
import Market
import Outcomes
import Scores
import Storage

/// An event with everything that is stored about it.
struct EventDetail {
    private let row: EventListRow
    private let base: StoredBaseScore?
    private let breakdown: StoredBreakdown?
    private let labels: LabelHistory
    private let related: [RelatedEvent]

    /// Reads an event; nil for an unknown key.
    ///
    /// - Throws: `StorageError` for a stored value that cannot be read.
    init?(eventID: String, _ connection: SQLConnection) throws {
        guard let row = try EventReader(connection).row(eventID: eventID),
            let labels = try LabelReader(connection).history(eventID: eventID)
        else { return nil }
        self.row = row
        self.labels = labels
        base = try BaseScoreStore(connection).score(eventID: eventID)
        breakdown = try base.map { try StoredBreakdown(json: $0.breakdown) }
        related = try RelatedEventReader(connection).events(relatedTo: row.event)
    }

    /// Writes the event.
    func writeMembers(to json: inout JSONWriter) {
        row.writeMembers(to: &json)
        json.member("base_breakdown", breakdown?.factors ?? [])
        json.member("base_notes", breakdown?.notes ?? [])
        json.member("rules_version", base?.rulesVersion)
        json.member(
            "label_skips",
            array: { json in
                for labels in labels.horizons {
                    guard case .skipped(let reason, _) = labels.state else { continue }
                    json.object { json in
                        json.member("horizon", labels.horizon.code)
                        json.member("reason", reason.rawValue)
                    }
                }
            }
        )
        json.member("related_events", objects: related) { $0.writeMembers(to: &$1) }
        json.member("status", Prediction.status)
    }
}

extension RelatedEvent {
    /// Writes the event in short, with how it has to do with the other one.
    func writeMembers(to json: inout JSONWriter) {
        json.member("relation", relation.rawValue)
        json.member("event_id", event.eventID)
        json.member("ticker", event.ticker)
        json.member("event_type", event.type.rawValue)
        json.member("title", event.title)
        json.member("occurred_on", event.occurredOn.iso8601)
        json.member("known_at", event.knownAt.iso8601)
    }
}
