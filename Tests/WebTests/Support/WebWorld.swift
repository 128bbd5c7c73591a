import EngineTestSupport
import Events
import Market
import Models
import Pipeline
import Storage
import Testing

@testable import Web

/// A synthetic market that has gone through the whole engine: labelled, trained at one day, scored.
///
/// Earnings surprises move prices in it, so the earnings model passes its gate; the family `fda` has too few events for a
/// model, and the last company has no prices.
struct WebWorld {
    let database: TemporaryDatabase
    let store: Store

    static let world = SyntheticWorld(
        .init(
            seed: 2,
            companies: 26,
            unpriced: 1,
            sessions: 1250,
            quietSessions: 150,
            surpriseEffect: 0.006,
            sessionsPerFiling: 150
        )
    )

    private static let template = Result { try made() }

    /// A copy of the database of its own.
    init() throws {
        database = try Self.template.get().copy()
        store = try database.store()
    }

    /// What its jobs are given.
    func job(log: LogLines = LogLines()) -> JobContext {
        JobContext(store: store, settings: Self.settings, now: { Self.world.now }, logger: log.logger)
    }

    /// A server over it.
    func site(
        settings: WebSettings = WebSettings(),
        log: LogLines = LogLines(),
        computation: ReportDesk.Computation? = nil
    ) -> TestSite {
        TestSite(job: job(log: log), settings: settings, computation: computation)
    }

    private static var settings: EngineSettings {
        var settings = EngineSettings()
        settings.resamples = 200
        return settings
    }

    private static func made() throws -> TemporaryDatabase {
        let database = try TemporaryDatabase()
        try world.write(to: database.folder)
        let store = try database.store()
        let context = JobContext.test(store, now: world.now, settings: settings)
        let prices = try PriceImportJob(context).run(path: database.file("prices"))
        let events = try EventImportJob(context).run(path: database.file("events.csv"))
        try #require(prices.problems.isEmpty && events.problems.isEmpty)
        _ = try LabelJob(context).run(LabelOptions())
        let cells = [EventFamily.earnings, .fda, nil].map { Cell(family: $0, horizon: .oneDay) }
        _ = try TrainJob(context).run(TrainOptions(cells: cells), arguments: "--test")
        _ = try ScoreJob(context).run()
        try store.close()
        return database
    }
}
