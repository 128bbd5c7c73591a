public import JSONText
import Market

/// The predictions of one event at several horizons.
public struct PredictionSet: Equatable, Sendable {
    /// One prediction a horizon, shortest first.
    public let predictions: [Prediction]

    private let first: Prediction

    /// Creates a set, or throws where it is empty, names a horizon twice, or mixes events or base scores.
    public init(_ predictions: [Prediction]) throws(ScoreError) {
        let sorted = predictions.sorted { $0.horizon < $1.horizon }
        guard let first = sorted.first else {
            throw .inconsistent(name: "prediction set", detail: "it is empty")
        }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.horizon == later.horizon {
            throw .inconsistent(
                name: "prediction set of \(first.eventID)",
                detail: "horizon \(later.horizon.code) occurs twice"
            )
        }
        for other in sorted
        where other.eventID != first.eventID || other.ticker != first.ticker
            || other.eventType != first.eventType || other.baseBreakdown != first.baseBreakdown
            || other.rulesVersion != first.rulesVersion
        {
            throw .inconsistent(
                name: "prediction set of \(first.eventID)",
                detail: "horizon \(other.horizon.code) has another event or base score"
            )
        }
        self.predictions = sorted
        self.first = first
    }
}

extension PredictionSet: JSONWritable {
    /// Writes the members that all horizons share, then `horizons` with one object each.
    public func write(to json: inout JSONWriter) { write(to: &json, contributions: .all) }

    /// Writes the set with so many terms of each adjustment.
    public func write(to json: inout JSONWriter, contributions: ContributionDetail) {
        json.object { json in
            first.writeEvent(to: &json)
            json.member(
                "horizons",
                array: { json in
                    for prediction in predictions {
                        json.object { prediction.writeHorizon(to: &$0, contributions: contributions) }
                    }
                }
            )
            Prediction.writeNotices(to: &json)
        }
    }
}
