import Evaluation
import Events
import Foundation
import Market
import Models
import Outcomes
import RadarQuant
import Scores

/// Graded predictions, models and a monitoring report for tests.
enum Worlds {
    /// A made-up population with a little skill; the same on each run.
    static func predictions(
        cell: Cell,
        kind: SampleKind = .walkForward,
        count: Int = 240,
        seed: UInt64 = 1
    ) -> [GradedPrediction] {
        var state = seed
        func uniform() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / 9_007_199_254_740_992
        }
        return (0..<count).map { index in
            let isUp = uniform() < 0.5
            let realized = 100 * uniform()
            let stated = min(max(0.5 + (isUp ? 0.05 : -0.05) + 0.2 * (uniform() - 0.5), 0.02), 0.98)
            return GradedPrediction(
                eventID: "e\(index)",
                ticker: "T\(index % 23)",
                family: cell.family ?? .sec8K,
                cell: cell,
                kind: kind,
                reactionSession: 1_000 + index / 2,
                baseScore: 60,
                adjustment: index.isMultiple(of: 3) ? 12 : -2,
                predictedImpact: min(max(0.5 * realized + 50 * uniform(), 0), 100),
                probabilityUp: stated,
                predictedMove: 0.02,
                interval80: ReturnRange(lower: -0.05, upper: 0.05),
                itemGroupMedian: 55,
                upRate: 0.52,
                ruleDirection: nil,
                volatility: 0.02,
                abnormalReturn: (isUp ? 1 : -1) * (0.002 + 0.08 * uniform()),
                direction: isUp ? 1 : -1,
                realizedImpact: realized
            )
        }
    }

    static func model(cell: Cell, passed: Bool = true) throws -> ModelRecord {
        func head(_ head: Head) -> String {
            #"{"head":"\#(head.rawValue)","passed":\#(passed),"refusals":[]}"#
        }
        let reason = passed ? "magnitude: saves 1.58 impact points" : "no skill on 120 events"
        let json = #"""
            {"decision":{"passed":\#(passed),"reason":"\#(reason)","refusals":[],
            "magnitude":\#(head(.magnitude)),"direction":\#(head(.direction))},"magnitudeStatus":"trained",
            "directionStatus":"trained","folds":[],"canaries":[],"comparisons":1}
            """#
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
            sampleCount: 1_640,
            companyCount: 73,
            evaluation: try JSONDecoder().decode(ModelEvaluation.self, from: Data(json.utf8)),
            weight: passed ? 0.42 : 0,
            usableHeads: passed ? [.magnitude, .direction] : [],
            history: [
                StatusChange(
                    status: passed ? .champion : .staging,
                    reason: "r",
                    at: UTCInstant(secondsSinceEpoch: 1_600_000_000)
                )
            ]
        )
    }

    static let cell = Cell(family: .sec8K, horizon: .fiveDay)

    /// A report over two slots: one with a champion, one whose model was refused.
    static func report(small: Bool = false) throws -> MonitoringReport {
        let refused = Cell(family: .earnings, horizon: .oneDay)
        let count = small ? 3 : 240
        return try MonitoringReport(
            MonitoringInput(
                generatedAt: UTCInstant(secondsSinceEpoch: 1_700_000_000),
                dataAsOf: nil,
                benchmark: "SPY",
                totalOutcomes: 720,
                counts: [
                    LabelledCount(family: nil, horizon: nil, events: 1_640, companies: 73, days: 900),
                    LabelledCount(family: .sec8K, horizon: .fiveDay, events: 1_640, companies: 73, days: 900),
                    LabelledCount(family: .earnings, horizon: .oneDay, events: 31, companies: 8, days: 30),
                ],
                predictions: predictions(cell: cell, count: count)
                    + predictions(cell: cell, kind: .live, count: small ? 2 : 60, seed: 5)
                    + predictions(cell: refused, count: count, seed: 9),
                models: [try model(cell: cell), try model(cell: refused, passed: false)],
                certificate: ValidationStanding(
                    issuedAt: UTCInstant(secondsSinceEpoch: 1_690_000_000),
                    engineVersion: "0.1.0",
                    seed: 1,
                    isValid: true,
                    text: "holds for engine 0.1.0"
                )
            ),
            settings: MonitoringSettings(resamples: 200, calibrationSimulations: 50, seed: 7)
        )
    }

    /// A report about nothing.
    static func emptyReport() throws -> MonitoringReport {
        try MonitoringReport(
            MonitoringInput(
                generatedAt: UTCInstant(secondsSinceEpoch: 1_700_000_000),
                dataAsOf: nil,
                benchmark: "SPY",
                totalOutcomes: 0,
                counts: [],
                predictions: [],
                models: [],
                certificate: nil
            )
        )
    }
}
