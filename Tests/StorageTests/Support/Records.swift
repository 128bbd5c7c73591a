import Events
import Market

@testable import Models

/// Records of the model registry with every part of an evaluation.
enum Records {
    static let cell = Cell(family: .earnings, horizon: .oneDay)

    static func record(
        minor: Int = 0,
        cell: Cell = cell,
        weight: Double = 0.3,
        sha256: String? = nil,
        at instant: UTCInstant
    ) throws -> ModelRecord {
        let test = SkillTest(
            meanSkill: 3.1,
            lowerBound: 1.2,
            pValue: 0.004,
            adjustedP: 0.012,
            n: 150,
            companies: 24,
            days: 120,
            clustering: "day",
            baselineLoss: 26,
            modelLoss: 23,
            eventsNeeded: 90,
            minimumDetectable: 1.5
        )
        let magnitude = HeadDecision(
            head: .magnitude,
            passed: true,
            refusals: [],
            againstBaseline: test,
            againstChampion: nil,
            againstItemGroupMedian: test,
            beatsChampion: nil
        )
        let direction = HeadDecision(
            head: .direction,
            passed: false,
            refusals: [Refusal(.noSkill, "no better than the base rate")],
            againstBaseline: test,
            againstChampion: test,
            againstItemGroupMedian: nil,
            beatsChampion: false
        )
        let decision = GateDecision(
            passed: true,
            reason: "magnitude: saves 3 points",
            refusals: [],
            magnitude: magnitude,
            direction: direction
        )
        return try ModelRecord(
            cell: cell,
            version: SemanticVersion(major: 1, minor: minor),
            sha256: sha256 ?? String(repeating: "ab", count: 32),
            featureSetVersion: "features-1",
            labelVersion: "labels-1",
            trainingCutOff: TradingDay(daysSinceEpoch: 18_000),
            dataHash: "data",
            configurationFingerprint: "configuration",
            seed: 7,
            sampleCount: 200,
            companyCount: 25,
            evaluation: ModelEvaluation(
                decision: decision,
                magnitudeStatus: .trained,
                directionStatus: .trained,
                walkForward: nil,
                lockBox: nil,
                folds: [
                    FoldFigures(
                        kind: .lockBox,
                        index: 6,
                        trainingRows: 100,
                        testRows: 20,
                        purged: 3,
                        testStartSession: 7000,
                        magnitudeRounds: 40,
                        directionRounds: 0
                    )
                ],
                canaries: [],
                comparisons: 3
            ),
            weight: weight,
            usableHeads: decision.usableHeads,
            history: [StatusChange(status: .staging, reason: "first model of the slot", at: instant)]
        )
    }
}
