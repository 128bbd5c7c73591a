import HTTPTypes
import JSONText
import Market
import Scores
import Storage

/// The answer to one id of a batch: its predictions, or why there are none.
struct BatchItem: JSONWritable {
    private let eventID: String
    private let result: Result<ShownScore, Problem>

    /// Answers one id.
    init(
        eventID: String,
        _ stored: StoredPrediction,
        horizon: Horizon?,
        contributions: ContributionDetail
    ) {
        self.eventID = eventID
        do throws(Problem) {
            result = .success(
                try ShownScore(try stored.shown(), horizon: horizon, contributions: contributions)
            )
        } catch {
            result = .failure(error)
        }
    }

    /// Whether there is a prediction.
    var isFound: Bool {
        if case .success = result { true } else { false }
    }

    /// Writes the answer as an object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("event_id", eventID)
            switch result {
            case .success(let score):
                json.member("prediction", score)
                json.member("error", String?.none)
            case .failure(let problem):
                json.member("prediction", String?.none)
                json.member(
                    "error",
                    object: { json in
                        json.member("type", problem.typeURI)
                        json.member("title", problem.title)
                        json.member("status", problem.status.code)
                        json.member("detail", problem.detail)
                    }
                )
            }
        }
    }
}
