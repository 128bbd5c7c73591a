import EngineTestSupport
import Events
import Foundation
import Market
import Models
import Outcomes
import Storage
import Testing

/// Values for the tables.
enum Stored {
    static let calendar = ExchangeCalendar.xnys

    /// An instant of a January day, at a whole hour.
    static func at(_ day: Int, hour: Int = 12) -> UTCInstant {
        UTCInstant(
            day: TradingDay(daysSinceEpoch: 18_262).advanced(byDays: day - 1),
            secondOfDay: hour * 3600
        )
    }

    /// An event with every field set.
    static func fullEvent(_ id: String = "0000000001-20-000001") -> MarketEvent {
        MarketEvent(
            eventID: id,
            ticker: "AAA",
            tickerIsValid: false,
            cik: "0000000001",
            companyName: "A \"b\", c\nd",
            type: .sec8K,
            items: ["2.02", "9.01"],
            occurredOn: TradingDay(daysSinceEpoch: 18_262),
            knownAt: at(1),
            timePrecision: .exact,
            timeSource: .sgml,
            title: "Übersicht; 'Q4'",
            summary: "two\nlines",
            source: "edgar",
            sourceURL: "https://example.org/a?b=c",
            facts: EventFacts(
                epsEstimate: 0.1,
                epsActual: -0.0,
                surprisePercent: 1e-300,
                decision: "approved"
            ),
            amends: "0000000001-20-000000",
            isAmendment: true,
            relatedEventID: "made-up:1"
        )
    }

    /// An event with nothing that may be left out.
    static func event(
        _ id: String,
        ticker: String = "AAA",
        type: EventType = .sec8K,
        day: Int = 1
    ) -> MarketEvent {
        MarketEvent(
            eventID: id,
            ticker: ticker,
            type: type,
            occurredOn: TradingDay(daysSinceEpoch: 18_262).advanced(byDays: day - 1),
            knownAt: at(day),
            timePrecision: .exact,
            timeSource: .file,
            title: "t",
            source: "test"
        )
    }

    /// A label of an event.
    static func outcome(
        _ eventID: String,
        _ horizon: Horizon = .fiveDay,
        ticker: String = "AAA",
        base: Int = 7555,
        stockReturn: Double = 0.03,
        impact: Double? = 71.5
    ) -> Outcome {
        Outcome(
            eventID: eventID,
            ticker: ticker,
            type: .sec8K,
            horizon: horizon,
            benchmark: "SPY",
            baseSession: base,
            outcomeSession: base + horizon.sessions,
            stockReturn: stockReturn,
            benchmarkReturn: 0.01,
            abnormalReturn: stockReturn - 0.01,
            direction: 1,
            realizedImpact: impact,
            priceVintage: 0xfedc_ba98_7654_3210
        )
    }

    /// A line of the predictions log.
    static func prediction(
        _ eventID: String,
        _ horizon: Horizon = .fiveDay,
        kind: SampleKind = .live,
        modelID: String? = nil,
        directionModelID: String? = nil,
        hash: String = "h",
        base: Double = 60,
        adjustment: Double = 0,
        reason: String? = "no_model",
        probabilityUp: Double? = nil,
        madeAt: UTCInstant = at(9)
    ) -> PredictionRow {
        PredictionRow(
            eventID: eventID,
            horizon: horizon,
            kind: kind,
            modelID: modelID,
            directionModelID: directionModelID,
            featureHash: hash,
            baseScore: base,
            adjustment: adjustment,
            adjusted: base + adjustment,
            notAppliedReason: reason,
            weight: reason == nil ? 0.3 : nil,
            predictedImpact: reason == nil ? 80 : nil,
            probabilityUp: probabilityUp,
            predictedMove: nil,
            intervalLower: nil,
            intervalUpper: nil,
            volatility: nil,
            baselineImpact: nil,
            baselineProbability: nil,
            fold: nil,
            dataAsOf: at(1),
            madeAt: madeAt
        )
    }
}

extension TemporaryDatabase {
    /// A store that holds some events already.
    func store(with events: [MarketEvent]) throws -> Store {
        let store = try store()
        try store.write { _ = try EventStore($0).upsert(events, now: Stored.at(20)) }
        return store
    }
}
