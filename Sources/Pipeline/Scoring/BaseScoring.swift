import Events
import Features
import JSONText
import Market
import Scores
import Storage

/// Keeps the stored base scores in line with events, prices and rules.
struct BaseScoring {
    private let context: JobContext

    init(_ context: JobContext) {
        self.context = context
    }

    /// Computes all base scores and writes those that changed; without the benchmark's prices the market's regime is unknown.
    ///
    /// - Returns: the number of scores written.
    func refresh(_ connection: SQLConnection, now: UTCInstant) throws -> Int {
        let inputs = try EngineWorld.inputs(connection, context: context)
        let benchmark = try PriceStore(connection).priceSeries(
            ofTicker: context.settings.benchmark,
            calendar: context.calendar
        )
        let history = EventHistory(inputs)
        let scores = try EngineWorld.baseScores(
            of: history,
            benchmark: benchmark ?? .empty(ticker: context.settings.benchmark),
            instruments: try InstrumentStore(connection).all(),
            context: context
        )
        return try BaseScoreStore(connection).upsert(
            zip(history.events, scores).map { StoredBaseScore($0.event, $1) },
            now: now
        )
    }
}

extension PriceSeries {
    /// A series without a single close.
    static func empty(ticker: String) -> PriceSeries {
        PriceSeries(
            ticker: ticker,
            firstSession: 0,
            adjusted: [],
            close: [],
            volume: [],
            quarantine: [],
            breaks: []
        )
    }
}

extension StoredBaseScore {
    /// The base score of an event as it is stored.
    init(_ event: MarketEvent, _ score: BaseScore) {
        self.init(
            eventID: event.eventID,
            score: score.score.value,
            direction: score.opinion.direction.rawValue,
            directionConfidence: score.opinion.confidence.value,
            rulesVersion: score.rulesVersion.description,
            breakdown: JSONWriter.text(BreakdownText(score: score))
        )
    }
}

extension EngineWorld {
    /// The base scores as they are stored.
    var storedBaseScores: [StoredBaseScore] {
        zip(history.events, baseScores).map { StoredBaseScore($0.event, $1) }
    }
}

/// A breakdown as the database keeps it.
private struct BreakdownText: JSONWritable {
    let score: BaseScore

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("factors", score.breakdown)
            json.member("notes", score.notes)
        }
    }
}
