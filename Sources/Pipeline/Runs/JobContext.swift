public import Fetching
public import Logging
public import Market
public import Storage

/// What every job is given: the database, the clock, the log and the progress sink.
public struct JobContext: Sendable {
    /// The database.
    public let store: Store
    /// The exchange calendar.
    public let calendar: ExchangeCalendar
    /// The settings of the engine.
    public let settings: EngineSettings
    /// The clock.
    public let now: @Sendable () -> UTCInstant
    /// The log.
    public let logger: Logger
    /// Where progress goes.
    public let progress: ProgressSink
    /// How services outside are reached.
    public let fetcher: Fetcher

    /// Creates a context.
    public init(
        store: Store,
        calendar: ExchangeCalendar = .xnys,
        settings: EngineSettings = EngineSettings(),
        now: @escaping @Sendable () -> UTCInstant,
        logger: Logger,
        progress: @escaping ProgressSink = { _ in },
        fetcher: Fetcher = .offline
    ) {
        self.store = store
        self.calendar = calendar
        self.settings = settings
        self.now = now
        self.logger = logger
        self.progress = progress
        self.fetcher = fetcher
    }
}
