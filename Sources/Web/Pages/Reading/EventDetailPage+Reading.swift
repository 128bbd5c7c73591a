import Events
import Market
import Models
import Scores
import Storage

extension EventDetailPage {
    /// Reads everything about an event.
    ///
    /// - Throws: `Problem` 404 for an unknown event; the error of the storage where the event itself cannot be read.
    init(_ reading: PageReading, eventID: String, horizon: Horizon) throws {
        guard let row = try reading.store.read({ try EventReader($0).row(eventID: eventID) }) else {
            throw Problem.notFound("event", eventID, hint: "the events page lists what is stored")
        }
        let prediction = reading.part("The predictions") {
            try reading.predictions.prediction(eventID: eventID)
        }
        let modelIDs = Set((prediction.value?.predictions?.predictions ?? []).compactMap(\.model?.id))
        self.init(
            counts: reading.noticeCounts(),
            row: row,
            horizon: horizon,
            prediction: prediction,
            breakdown: reading.part("The factors of the base score") { connection in
                try BaseScoreStore(connection).score(eventID: eventID).map {
                    try StoredBreakdown(json: $0.breakdown)
                }
            },
            models: reading.part("The models") { connection in
                guard !modelIDs.isEmpty else { return [:] }
                let records = try ModelStore(connection).records().filter { modelIDs.contains($0.id) }
                return Dictionary(records.map { ($0.id, $0) }) { $1 }
            },
            labels: reading.part("The labels") { try LabelReader($0).history(eventID: eventID) },
            outOfSample: reading.part("The out-of-sample predictions") {
                try OutOfSampleReader($0).predictions(eventID: eventID)
            },
            kind: reading.part("The history of its kind") {
                try KindReader($0, calendar: reading.calendar).earlier(than: row.event)
            },
            related: reading.part("The related events") {
                try RelatedEventReader($0).events(relatedTo: row.event)
            }
        )
    }
}
