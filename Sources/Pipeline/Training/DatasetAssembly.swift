import Events
import Features
import Market
import Models
import Outcomes
import Scores
import Storage

extension EngineWorld {
    /// One data set per horizon: every labelled event with its features, all families together.
    func datasets(horizons: [Horizon] = Horizon.allCases) throws -> [Dataset] {
        try horizons.map { horizon in
            let labels = outcomes.filter { $0.outcome.horizon == horizon }
            let known = labels.filter { eventIndex[$0.outcome.eventID] != nil }
            let features = try builder.rows(
                for: known.map { FeatureRequest(eventID: $0.outcome.eventID, horizon: horizon) }
            )
            let rows = known.enumerated().compactMap { position, label in
                row(label.outcome, featureRow: position, context: features.contexts[position])
            }
            return try Dataset(
                horizon: horizon,
                rows: rows,
                features: features.matrix,
                featureSetVersion: FeatureSet.current.version,
                labelVersion: OutcomeRules.version
            )
        }
    }

    private func row(_ outcome: Outcome, featureRow: Int, context: RowContext) -> TrainingRow? {
        guard let (input, baseScore) = event(outcome.eventID) else { return nil }
        let event = input.event
        return TrainingRow(
            eventID: event.eventID,
            ticker: event.ticker,
            type: event.type,
            itemGroup: ItemGroup(of: event).name,
            groupKey: event.filingGroup,
            knownAt: event.knownAt,
            reactionSession: outcome.reactionSession,
            outcomeSession: outcome.outcomeSession,
            baseScore: baseScore.score.value,
            ruleDirection: BaseScoreInput(baseScore).direction,
            featureRow: featureRow,
            abnormalReturn: outcome.abnormalReturn,
            direction: outcome.direction,
            realizedImpact: outcome.realizedImpact,
            volatility: context.idiosyncraticVolatility ?? .nan
        )
    }
}

extension MarketEvent {
    /// The key that an amendment shares with its original and two sources' events with one another.
    var filingGroup: String {
        let root = amends ?? eventID
        return relatedEventID.map { min($0, root) } ?? root
    }
}
