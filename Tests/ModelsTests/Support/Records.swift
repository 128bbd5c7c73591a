import Events
import Market

@testable import Models

/// Registry values for tests.
enum Records {
    static let cell = Cell(family: .sec8K, horizon: .fiveDay)

    static func at(_ day: Int) -> UTCInstant { UTCInstant(secondsSinceEpoch: Int64(day) * 86_400) }

    static func record(
        _ minor: Int,
        cell: Cell = cell,
        passed: Bool = true,
        heads: Set<Head>? = nil,
        day: Int = 1,
        dataHash: String = "data",
        fingerprint: String = "conf",
        featureSet: String = "fs1",
        label: String = "1",
        major: Int = 1,
        history: [StatusChange]? = nil
    ) throws -> ModelRecord {
        let refusal = Refusal(.noSkill, "no skill")
        func head(_ head: Head) -> HeadDecision {
            let usable = passed && (heads?.contains(head) ?? true)
            return HeadDecision(
                head: head,
                passed: usable,
                refusals: usable ? [] : [refusal],
                againstBaseline: nil,
                againstChampion: nil,
                againstItemGroupMedian: nil,
                beatsChampion: nil
            )
        }
        let decision = GateDecision(
            passed: passed,
            reason: passed ? "passed" : "no skill",
            refusals: passed ? [] : [refusal],
            magnitude: head(.magnitude),
            direction: head(.direction)
        )
        return try ModelRecord(
            cell: cell,
            version: SemanticVersion(major: major, minor: minor),
            sha256: "00",
            featureSetVersion: featureSet,
            labelVersion: label,
            trainingCutOff: TradingDay(daysSinceEpoch: 0),
            dataHash: dataHash,
            configurationFingerprint: fingerprint,
            seed: 1,
            sampleCount: 200,
            companyCount: 25,
            evaluation: ModelEvaluation(
                decision: decision,
                magnitudeStatus: .trained,
                directionStatus: .trained,
                walkForward: nil,
                lockBox: nil,
                folds: [],
                canaries: [],
                comparisons: 1
            ),
            weight: passed ? 0.3 : 0,
            usableHeads: decision.usableHeads,
            history: history ?? [StatusChange(status: .staging, reason: "trained", at: at(day))]
        )
    }

    /// The records after some of them changed.
    static func merge(_ changed: [ModelRecord], into records: [ModelRecord]) -> [ModelRecord] {
        records.map { record in changed.first { $0.id == record.id } ?? record }
    }
}
