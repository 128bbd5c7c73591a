/// Notices results that are better than honest data allow.
enum TooGood {
    /// Direction accuracy that no public fact explains at any sample size.
    static let impossibleAccuracy = 0.8
    /// Share of the item-group median's error that no honest magnitude head saves.
    static let impossibleSaving = 0.5

    /// Why a direction result is not believed; nil where it can be.
    ///
    /// The accuracy is the share of events whose side of 1/2 was right; `explained` says whether a fact such as an
    /// earnings surprise is among the features of most events.
    static func direction(accuracy: Double, n: Int, explained: Bool, policy: GatePolicy) -> String? {
        let percent = ReasonNumber.text((accuracy * 1_000).rounded() / 10)
        if accuracy > impossibleAccuracy {
            return
                "direction accuracy \(percent) % on \(n) events: something from the future must be among the features"
        }
        if accuracy > policy.incredibleAccuracy, n < policy.credibleEvents, !explained {
            return
                "direction accuracy \(percent) % on only \(n) events, and no fact among the features explains it"
        }
        return nil
    }

    /// Why a magnitude result is not believed; nil where it can be.
    static func magnitude(modelLoss: Double, medianLoss: Double) -> String? {
        guard medianLoss > 0, modelLoss < (1 - impossibleSaving) * medianLoss else { return nil }
        return
            "the mean error is \(ReasonNumber.text(modelLoss)) impact points where item-group medians have "
            + "\(ReasonNumber.text(medianLoss)): something from the future must be among the features"
    }
}
