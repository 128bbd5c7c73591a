/// What the present champion of a slot said about events that it had not seen.
public struct ChampionPredictions: Sendable {
    /// One event's prediction; nil where the champion's head may not be used.
    public struct Prediction: Hashable, Sendable {
        /// Predicted impact, 0...100.
        public let impact: Double?
        /// Calibrated probability of up.
        public let probabilityUp: Double?

        /// Creates a prediction.
        public init(impact: Double?, probabilityUp: Double?) {
            self.impact = impact
            self.probabilityUp = probabilityUp
        }
    }

    /// The champion's id.
    public let modelID: String
    /// Heads of the champion that may be used.
    public let usableHeads: Set<Head>
    /// Predictions by event key.
    public let byEvent: [String: Prediction]

    /// Creates the champion's side of a comparison.
    public init(modelID: String, usableHeads: Set<Head>, byEvent: [String: Prediction]) {
        self.modelID = modelID
        self.usableHeads = usableHeads
        self.byEvent = byEvent
    }
}
