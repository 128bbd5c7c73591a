import Features
import Scores
import Storage

extension ScoringContext {
    /// What the rules may know of an event's circumstances and company.
    init(_ context: EventContext, instrument: Instrument?) {
        self.init(
            sector: instrument?.sector.flatMap(Sector.init(rawValue:)),
            sizeClass: instrument?.sizeClass.flatMap(SizeClass.init(rawValue:)),
            earningsWithinFiveDays: context.resultsWithinFiveSessions,
            isDuplicate: context.isDuplicate,
            volatilityRegime: context.marketRegime.flatMap { VolatilityRegime(rawValue: $0.rawValue) },
            session: context.phase.flatMap { SessionOfDay(rawValue: $0.rawValue) }
        )
    }
}

extension BaseScoreInput {
    /// What features see of a base score.
    init(_ score: BaseScore) {
        let direction: Int? =
            switch score.opinion.direction {
            case .positive: 1
            case .negative: -1
            case .neutral: 0
            case .uncertain: nil
            }
        var points: [BaseFactor: Double] = [:]
        for factor in BaseFactor.allCases {
            guard let group = FactorGroup(rawValue: factor.rawValue) else { continue }
            points[factor] = score.points(of: group)
        }
        self.init(
            score: score.score.value,
            points: points,
            direction: direction,
            directionConfidence: score.opinion.confidence.value
        )
    }
}
