extension EventFeatures {
    /// What the deterministic rules say.
    static let baseScore: [Feature<EventFacets>] =
        [
            Feature("base_score", "Base score of the deterministic rules, 0...100", .points, .event) {
                $0.baseScore?.score ?? .nan
            }
        ]
        + BaseFactor.allCases.map { factor in
            Feature(
                "base_points_\(factor.rawValue)",
                "Base score points of \(factor.phrase)",
                .points,
                .event
            ) { $0.baseScore?.points[factor] ?? .nan }
        } + [
            Feature(
                "rule_direction",
                "Direction that the rules expect; missing where uncertain",
                .sign,
                .event
            ) { $0.baseScore?.direction.map(Double.init) ?? .nan },
            Feature(
                "rule_direction_confidence",
                "The rules' confidence in their direction",
                .fraction,
                .event
            ) { $0.baseScore?.directionConfidence ?? .nan },
        ]
}
