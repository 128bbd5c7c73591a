import Events
import Market
import Models

/// Training rows for tests.
enum TrainingRows {
    static func one(baseScore: Double) throws -> TrainingRow {
        TrainingRow(
            eventID: "e",
            ticker: "T",
            type: .sec8K,
            itemGroup: "g",
            groupKey: "e",
            knownAt: UTCInstant(secondsSinceEpoch: 1_700_000_000),
            reactionSession: 10,
            outcomeSession: 14,
            baseScore: baseScore,
            ruleDirection: nil,
            featureRow: 0,
            abnormalReturn: 0.01,
            direction: 1,
            realizedImpact: 70,
            volatility: 0.02
        )
    }
}
