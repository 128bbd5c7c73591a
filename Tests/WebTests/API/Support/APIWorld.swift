import EngineTestSupport
import Events
import HTTPTypes
import JSONText
import Market
import Models
import Outcomes
import Pipeline
import Storage
import Testing

@testable import Web

/// A made-up market that went through the whole engine, served; made once and never written to afterwards.
///
/// It has an earnings model that passed its gate at one day, events that models left alone, a revised label, an event that was
/// never scored, and one whose text is hostile.
struct APIWorld: Sendable {
    let world: SyntheticWorld
    let store: Store
    let site: TestSite
    /// An earnings event that a model adjusted.
    let adjusted: String
    /// An event whose label was revised.
    let revised: String
    /// An event that came after scoring.
    let unscored: String

    static let hostileTitle = "<script>alert(1)</script> \"quoted\" \\ \u{2028} 'single' & ü 😀"

    static let shared = Result { try APIWorld() }

    private init() throws {
        let world = SyntheticWorld(
            .init(
                seed: 2,
                companies: 26,
                unpriced: 1,
                sessions: 1250,
                surpriseEffect: 0.006,
                sessionsPerFiling: 150
            )
        )
        let database = try TemporaryDatabase()
        try world.write(to: database.folder)
        let store = try database.store()
        let context = JobContext.test(store, now: world.now)
        _ = try PriceImportJob(context).run(path: database.file("prices"))
        _ = try EventImportJob(context).run(path: database.file("events.csv"))
        _ = try LabelJob(context).run(LabelOptions())
        let cells = [Cell(family: .earnings, horizon: .oneDay), Cell(family: nil, horizon: .oneDay)]
        _ = try TrainJob(context).run(TrainOptions(cells: cells))
        _ = try ScoreJob(context).run()

        // Two days later a price is corrected and news comes in.
        let later = JobContext.test(store, now: world.now.advanced(bySeconds: 2 * 86_400))
        let event = try #require(
            world.events.last {
                $0.ticker == "CAA" && world.now.secondsSinceEpoch - $0.knownAt.secondsSinceEpoch > 90 * 86_400
            }
        )
        revised = event.eventID
        let reaction = try #require(world.reactionSessions[event.eventID]) - world.design.firstSession
        var bars = try #require(world.bars["CAA"])
        for field in [\Bar.open, \.high, \.low, \.close, \.adjustedClose] {
            bars[reaction][keyPath: field] *= 1.01
        }
        let prices = try database.write(PricesText.csv(bars), to: "later/CAA.csv")
        _ = try PriceImportJob(later).run(path: prices)
        var news = event
        news.eventID = "made-up:late'; DROP TABLE events; --"
        news.title = Self.hostileTitle
        news.occurredOn = world.now.utcDay
        news.knownAt = world.now
        news.relatedEventID = nil
        unscored = news.eventID
        _ = try EventImportJob(later).run(
            path: database.write(EventsCSVWriter.file([news]), to: "later/events.csv")
        )
        _ = try LabelJob(later).run(LabelOptions())

        adjusted = try #require(
            try store.read { connection in
                try connection.first(
                    """
                    SELECT c.event_id FROM current_predictions c JOIN predictions p USING (prediction_id)
                    JOIN events e ON e.event_id = c.event_id
                    WHERE p.ml_applied AND e.event_type = 'earnings_release' AND e.ticker <> 'CAA'
                    ORDER BY c.event_id DESC
                    """
                ) { $0.text(0) }
            }
        )
        self.world = world
        self.store = store
        site = TestSite(job: later, settings: .withoutRateLimit)
    }
}

extension WebSettings {
    /// Standard settings without a limit on requests.
    static var withoutRateLimit: WebSettings {
        var settings = WebSettings()
        settings.requestsPerMinute = 0
        return settings
    }
}

extension TestSite.Answer {
    /// The body as strict JSON: no member twice, no NaN.
    func strict() throws -> JSONValue { try StrictJSON.value(of: bytes) }

    /// The media type without parameters.
    var mediaType: String {
        String((headers[.contentType] ?? "").prefix { $0 != ";" })
    }
}
