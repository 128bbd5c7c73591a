import Events
import Features
import Market
public import Outcomes
import Statistics
import Storage

/// The event study of stored events: abnormal returns around them, group by group, with tests.
///
/// It writes nothing, and blocks until it is done: call it off the cooperative thread pool.
public struct EventStudyJob: Sendable {
    private let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Computes the study from one snapshot of the database; groups are sorted by name.
    ///
    /// Events outside the calendar have no reaction session and are in no group.
    ///
    /// - Throws: `LabelError.noBenchmark` without the benchmark's prices, `StorageError` for a stored value that cannot
    ///   be read, `StatisticsError` for settings that make no sense.
    public func run(_ options: EventStudyOptions) throws -> EventStudyReport {
        let (groups, series) = try context.store.read { connection in
            try load(connection, options: options)
        }
        return try EventStudyReport(
            groups,
            series: series,
            window: options.window,
            model: options.model,
            bootstrap: ClusterBootstrap(
                resamples: context.settings.resamples,
                seed: UInt64(context.settings.seed)
            )
        )
    }

    private func load(
        _ connection: SQLConnection,
        options: EventStudyOptions
    ) throws -> (groups: [EventStudyReport.Group], series: [StudyReturns]) {
        let store = BacktestStore(connection)
        let closes = try store.closes(calendar: context.calendar)
        let symbol = context.settings.benchmark
        guard let benchmark = closes.first(where: { $0.ticker == symbol }) else {
            throw LabelError.noBenchmark(symbol)
        }
        var positions: [String: Int] = [:]
        for (position, series) in closes.enumerated() { positions[series.ticker] = position }
        let sectors = try InstrumentStore(connection).all().mapValues { $0.sector ?? "unknown" }
        var sides: [String: String] = [:]
        if options.grouping == .side {
            for event in try store.events() { sides[event.eventID] = event.ruleDirection }
        }
        var groups: [String: [EventStudySubject]] = [:]
        for input in try EngineWorld.inputs(connection, context: context) where options.include(input.event) {
            let subject = EventStudySubject(
                series: positions[input.event.ticker] ?? -1,
                reactionSession: input.sessions.reactionSession
            )
            for name in names(input, grouping: options.grouping, sectors: sectors, sides: sides) {
                groups[name, default: []].append(subject)
            }
        }
        let sorted = groups.sorted { $0.key < $1.key }.map {
            EventStudyReport.Group(name: $0.key, subjects: $0.value)
        }
        return (sorted, closes.map { StudyReturns(stock: $0, benchmark: benchmark) })
    }

    /// Names of the groups of an event.
    private func names(
        _ input: EventInput,
        grouping: EventStudyGrouping,
        sectors: [String: String],
        sides: [String: String]
    ) -> [String] {
        let event = input.event
        switch grouping {
        case .all: return ["all"]
        case .family: return [event.family.rawValue]
        case .item: return Set(event.items).sorted()
        case .sector: return [sectors[event.ticker] ?? "unknown"]
        case .side: return sides[event.eventID].map { [$0] } ?? []
        case .time:
            guard event.timePrecision == .exact else { return [] }
            let phase = SessionPhase(
                knownAt: event.knownAt,
                reactionSession: input.sessions.reactionSession,
                calendar: context.calendar
            )
            return [phase.rawValue]
        }
    }
}
