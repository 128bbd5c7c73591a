import JSONText
import Market
import Scores

/// The predictions of an event as they are answered: one horizon or all, with so many terms of the adjustment.
struct ShownScore: JSONWritable {
    private let predictions: PredictionSet
    private let single: Prediction?
    private let contributions: ContributionDetail

    /// Chooses what is shown.
    ///
    /// - Parameters:
    ///   - predictions: all predictions of the event.
    ///   - horizon: the horizon to show; nil for all.
    ///   - contributions: how many terms of the adjustment are written.
    /// - Throws: `Problem` 404 where the horizon has no prediction.
    init(
        _ predictions: PredictionSet,
        horizon: Horizon?,
        contributions: ContributionDetail
    ) throws(Problem) {
        self.predictions = predictions
        self.contributions = contributions
        guard let horizon else {
            single = nil
            return
        }
        guard let prediction = predictions.predictions.first(where: { $0.horizon == horizon }) else {
            let eventID = predictions.predictions.first?.eventID ?? ""
            throw .notScored(eventID, "is not scored at horizon \(horizon.code)")
        }
        single = prediction
    }

    /// Writes one prediction, or the set; both carry status and disclaimer by their type.
    func write(to json: inout JSONWriter) {
        if let single {
            single.write(to: &json, contributions: contributions)
        } else {
            predictions.write(to: &json, contributions: contributions)
        }
    }
}
