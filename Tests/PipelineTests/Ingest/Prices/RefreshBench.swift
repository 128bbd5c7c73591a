import EngineTestSupport
import Fetching
import Foundation
import Market
import Pipeline
import Storage
import Testing

/// A database with events of two companies, and price services beside it.
struct RefreshBench {
    let database: TemporaryDatabase
    let store: Store
    let service: PriceService
    /// Bars of the benchmark and two companies over 400 sessions.
    let world: [String: [Bar]]

    init(symbols: [String] = ["CAA", "CAB"]) throws {
        database = try TemporaryDatabase()
        store = try database.store()
        let made = SyntheticWorld(
            .init(seed: 3, companies: 2, firstSession: 7305, sessions: 400, quietSessions: 300)
        )
        world = made.bars
        service = PriceService(made.bars.mapValues { Array($0.prefix(350)) })
        let day = try #require(made.bars["CAA"]?[320].day)
        try events(symbols.map { ($0, day) })
    }

    /// Stores an event of each symbol, known before a day's open.
    func events(_ list: [(ticker: String, day: TradingDay)]) throws {
        var lines = ["event_id,ticker,event_type,items,occurred_on,title"]
        for (index, event) in list.enumerated() {
            lines.append(
                "0001000024-20-10\(1000 + index),\(event.ticker),sec_8k,8.01,\(event.day),a filing"
            )
        }
        let path = try database.write(lines.joined(separator: "\n"), to: "events.csv")
        _ = try EventImportJob(.test(store, now: try evening(349))).run(path: path)
    }

    /// Three hours after the close of a session of the world.
    func evening(_ session: Int, hours: Int64 = 3) throws -> UTCInstant {
        let day = try #require(world["CAA"]?[session].day)
        return NewYork.instant(day: day, secondOfDay: 16 * 3600).advanced(bySeconds: hours * 3600)
    }

    func context(_ now: UTCInstant, log: LogCollector? = nil) -> JobContext {
        let base = JobContext.test(store, now: now, log: log)
        return JobContext(
            store: store,
            settings: base.settings,
            now: { now },
            logger: base.logger,
            fetcher: service.fetcher
        )
    }

    @discardableResult
    func refresh(
        _ session: Int = 349,
        settings: PriceRefreshSettings = PriceRefreshSettings(),
        options: PriceRefreshOptions = PriceRefreshOptions(),
        hours: Int64 = 3,
        log: LogCollector? = nil
    ) async throws -> PriceRefreshReport {
        let context = context(try evening(session, hours: hours), log: log)
        return try await PriceRefreshJob(context, settings: settings).run(options)
    }

    func bars(_ ticker: String) throws -> [Bar] {
        try store.read { try PriceStore($0).bars(ofTicker: ticker) }.map(\.bar)
    }

    func source(_ ticker: String) throws -> String? {
        try store.read { try PriceStore($0).allSeries() }[ticker]?.source
    }

    /// Every table but the run ledger.
    func dump() throws -> [String: [String]] {
        try TableDump.everything(of: store).filter { $0.key != "runs" && $0.key != "run_counts" }
    }

    func label(_ session: Int) throws -> LabelReport {
        try LabelJob(context(try evening(session))).run(LabelOptions())
    }
}
