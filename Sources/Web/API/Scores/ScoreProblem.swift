import HTTPTypes
import Scores
import Storage

extension Problem {
    /// 404: the event is stored, and no prediction that can be shown.
    static func notScored(_ eventID: String, _ reason: String) -> Problem {
        Problem(
            .notFound,
            kind: "not-scored",
            title: "The event has no current prediction.",
            detail: "event '\(shortened(eventID))' \(reason); the next 'market-echo score' makes one"
        )
    }

    /// 404: no event has that key.
    static func unknownEvent(_ eventID: String) -> Problem {
        .notFound("event", eventID, hint: "GET /events lists what there is")
    }
}

extension StoredPrediction {
    /// The predictions, or the problem that stands in their place.
    func shown() throws(Problem) -> PredictionSet {
        switch self {
        case .scored(let event): return event.predictions
        case .notScored(let eventID, _, _): throw .notScored(eventID, "is not scored yet")
        case .outdated(let event):
            throw .notScored(event.eventID, "got another base score after it was predicted")
        case .unknownEvent(let eventID): throw .unknownEvent(eventID)
        }
    }
}
