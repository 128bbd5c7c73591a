import Evaluation
import Foundation
import Market
import Models

/// Models for tests, read from JSON as storage would.
enum Records {
    static func record(
        cell: Cell = Graded.cell,
        passed: Bool = true,
        heads: Set<Head> = [.magnitude, .direction],
        status: ModelStatus = .champion
    ) throws -> ModelRecord {
        func head(_ head: Head) -> String {
            let refusal = #"{"code":"no_skill","text":"no skill"}"#
            return
                #"{"head":"\#(head.rawValue)","passed":\#(heads.contains(head)),"refusals":[\#(heads.contains(head) ? "" : refusal)]}"#
        }
        let json = #"""
            {"decision":{"passed":\#(passed),"reason":"\#(passed ? "passed" : "no skill")","refusals":[],
            "magnitude":\#(head(.magnitude)),"direction":\#(head(.direction))},"magnitudeStatus":"trained",
            "directionStatus":"trained","folds":[],"canaries":[],"comparisons":1}
            """#
        let evaluation = try JSONDecoder().decode(ModelEvaluation.self, from: Data(json.utf8))
        return try ModelRecord(
            cell: cell,
            version: .initial,
            sha256: "00",
            featureSetVersion: "fs",
            labelVersion: "1",
            trainingCutOff: TradingDay(daysSinceEpoch: 19_000),
            dataHash: "d",
            configurationFingerprint: "c",
            seed: 1,
            sampleCount: 400,
            companyCount: 30,
            evaluation: evaluation,
            weight: passed ? 0.4 : 0,
            usableHeads: heads,
            history: [
                StatusChange(status: status, reason: "r", at: UTCInstant(secondsSinceEpoch: 1_600_000_000))
            ]
        )
    }

    static func certificate(valid: Bool = true) -> ValidationStanding {
        ValidationStanding(
            issuedAt: UTCInstant(secondsSinceEpoch: 1_690_000_000),
            engineVersion: "0.1.0",
            seed: 1,
            isValid: valid,
            text: valid ? "holds" : "made for another version"
        )
    }
}
