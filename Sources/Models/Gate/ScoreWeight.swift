/// The weight `w` of the predicted impact in the score.
///
/// `w = 0` while the magnitude head is refused, else `0.3 + 0.7 * n / (n + 1,000) * min(1, s / 0.25)`, where `n` counts
/// out-of-sample events and `s` is the share of the base score's absolute error that the head saves at the one-sided 95 % lower
/// bound. So it starts low, and reaches 1 only with many events and a quarter of the error saved beyond doubt.
public enum ScoreWeight {
    /// The weight of a head that has just passed.
    public static let initial = 0.3
    /// Out-of-sample events at which half of the way that size allows is gone.
    public static let halfWayEvents = 1_000.0
    /// Share of the error saved at which skill allows all of the way.
    public static let fullSkill = 0.25

    /// The weight of a magnitude head, 0...1.
    public static func weight(of decision: HeadDecision) -> Double {
        guard decision.passed, let test = decision.againstBaseline else { return 0 }
        return weight(events: test.n, relativeSkill: test.relativeLowerBound)
    }

    /// The weight of a head that passed, from its out-of-sample events and the share of error it saves for sure.
    static func weight(events: Int, relativeSkill: Double) -> Double {
        let size = Double(max(events, 0)) / (Double(max(events, 0)) + halfWayEvents)
        let skill = min(max(relativeSkill / fullSkill, 0), 1)
        return initial + (1 - initial) * size * skill
    }
}
