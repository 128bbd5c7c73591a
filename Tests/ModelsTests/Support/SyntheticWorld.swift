import Events
import Features
import Foundation
import Market
import Models
import Statistics

/// Labelled events of a made-up market, with effects of known size or none at all.
struct SyntheticWorld {
    var seed: UInt64 = 1
    var events = 600
    var companies = 30
    var sessions = 900
    var horizon = Horizon.fiveDay
    var families: [EventType] = [.sec8K]
    /// Impact points that the first feature moves the realized impact by, per standard deviation.
    var magnitudeEffect = 0.0
    /// Log odds that the second feature moves the side by, per standard deviation.
    var directionEffect = 0.0
    /// Log odds that belong to each company for ever.
    var companyEffect = 0.0
    var baseScore = 50.0
    var columns = 5
    /// Name of the second feature, the one that moves the side.
    var directionColumn = "f1"
    /// Share of events that are amendments of an earlier one.
    var amendments = 0.0

    func rows() -> (rows: [TrainingRow], features: FeatureMatrix) {
        var random = RandomStream(seed: seed, stream: 7)
        let tendencies = (0..<companies).map { _ in companyEffect * random.normal() }
        var features = FeatureMatrix(names: (0..<columns).map { $0 == 1 ? directionColumn : "f\($0)" })
        var rows: [TrainingRow] = []
        for index in 0..<events {
            let session = 3_000 + random.bounded(sessions)
            let company = random.bounded(companies)
            var values = (0..<columns).map { _ in Float(random.normal()) }
            if columns > 3, random.bernoulli(0.1) { values[3] = .nan }
            features.append(values)
            let spread = 100 * random.uniform()
            let impact = min(max(spread + magnitudeEffect * Double(values[0]), 0), 100)
            let logOdds = directionEffect * Double(values[1]) + tendencies[company]
            let isUp = random.bernoulli(1 / (1 + exp(-logOdds)))
            let volatility = 0.01 + 0.02 * random.uniform()
            let deviations = NormalDistribution.quantile((1 + min(impact, 99.9) / 100) / 2)
            let move = volatility * Double(horizon.sessions).squareRoot() * deviations
            let isAmendment = random.bernoulli(amendments) && !rows.isEmpty
            rows.append(
                TrainingRow(
                    eventID: "event-\(index)",
                    ticker: "T\(company)",
                    type: families[index % families.count],
                    itemGroup: "group-\(index % 3)",
                    groupKey: isAmendment ? rows[random.bounded(rows.count)].groupKey : "event-\(index)",
                    knownAt: UTCInstant(
                        secondsSinceEpoch: Int64(session) * 86_400 + Int64(random.bounded(3_600))
                    ),
                    reactionSession: session,
                    outcomeSession: session + horizon.sessions - 1,
                    baseScore: baseScore,
                    ruleDirection: nil,
                    featureRow: index,
                    abnormalReturn: isUp ? move : -move,
                    direction: move < 0.001 ? 0 : (isUp ? 1 : -1),
                    realizedImpact: impact,
                    volatility: volatility
                )
            )
        }
        return (rows, features)
    }

    func dataset() throws -> Dataset {
        let (rows, features) = rows()
        return try Dataset(
            horizon: horizon,
            rows: rows,
            features: features,
            featureSetVersion: "fs-test",
            labelVersion: "1"
        )
    }
}
