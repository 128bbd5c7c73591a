import Scores

/// The group under which a feature's contribution is told: a dozen groups in words for some hundred features.
public enum ContributionGroup {
    /// The group of a feature by its declared name, or of a term that is no feature.
    ///
    /// - Parameter feature: the name, for example `volatility_20d`.
    /// - Returns: the group in words; an unknown name with spaces for its underscores.
    public static func name(of feature: String) -> String {
        if let name = exact[feature] { return name }
        return prefixes.first { feature.hasPrefix($0.prefix) }?.name ?? feature.replacing("_", with: " ")
    }

    private static let exact = [
        Explanation.modelAverage: "the model's average against the base score",
        Explanation.scoreRange: "limits of the scale",
        "all_others": "all others",
        "base_score": "base score and its rules",
        "is_amendment": kind,
        "is_duplicate": others,
        "month": calendar,
        "weekday": calendar,
        "time_is_exact": calendar,
    ]

    private static let kind = "type and items"
    private static let others = "other events of the company"
    private static let calendar = "time of day and calendar"
    private static let risk = "volatility and volume of the share"
    private static let surprise = "earnings surprise"

    private static let prefixes: [(prefix: String, name: String)] = [
        ("base_points", "base score and its rules"), ("rule_", "base score and its rules"),
        ("family_", kind), ("event_type", kind), ("item_", kind),
        ("past_surprises", surprise), ("surprise", surprise), ("linked_surprise", surprise),
        ("past_", "past outcomes of company and kind"),
        ("sessions_since", others), ("events_", others), ("results_within", others),
        ("market_", "state of the market"),
        ("return_", "earlier returns of the share"), ("abnormal_return_", "earlier returns of the share"),
        ("distance_to_high", "earlier returns of the share"),
        ("volatility_", risk), ("idiosyncratic_", risk), ("beta_", risk), ("volume_", risk),
        ("base_volume", risk),
        ("known_", calendar), ("minutes_", calendar),
    ]
}
