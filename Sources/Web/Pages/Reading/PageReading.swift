import Logging
import Market
import Storage
import Synchronization

/// What one page is read from: the database, the calendar and the predictions that are kept in memory.
final class PageReading: Sendable {
    /// The database.
    let store: Store
    /// The exchange calendar.
    let calendar: ExchangeCalendar
    /// Current predictions.
    let predictions: StoredPredictions
    /// Where the errors of parts go.
    let logger: Logger
    /// The time of the visit.
    let now: UTCInstant
    /// The symbol that returns are compared with.
    let benchmark: String

    private let memory: DataMemory
    private let failure = Atomic<Bool>(false)

    /// A reading of one page.
    init(
        store: Store,
        calendar: ExchangeCalendar,
        predictions: StoredPredictions,
        memory: DataMemory,
        logger: Logger,
        now: UTCInstant,
        benchmark: String
    ) {
        self.store = store
        self.calendar = calendar
        self.predictions = predictions
        self.memory = memory
        self.logger = logger
        self.now = now
        self.benchmark = benchmark
    }

    /// Whether every part could be read; a page with a part missing is not kept.
    var isComplete: Bool { !failure.load(ordering: .relaxed) }

    /// Reads a part of a page from a snapshot; an error fails that part alone.
    func part<Value>(_ what: String, _ read: (SQLConnection) throws -> Value) -> Loaded<Value> {
        part(what) { try store.read(read) }
    }

    /// Reads a part that is the same for all pages until the data change.
    func shared<Value: Sendable>(
        _ what: String,
        _ read: (SQLConnection) throws -> Value
    ) -> Loaded<Value> {
        part(what) { try memory.value(what) { try store.read(read) } }
    }

    /// Reads a part of a page; an error fails that part alone.
    func part<Value>(_ what: String, _ read: () throws -> Value) -> Loaded<Value> {
        let part = Loaded(what, logger: logger, read)
        if case .failed = part { failure.store(true, ordering: .relaxed) }
        return part
    }

    /// Counts of everything.
    func counts() -> Loaded<LiveCounts> {
        shared("The live counts") { try LiveCountReader($0).counts() }
    }

    /// The counts of the notice.
    func noticeCounts() -> Loaded<PrototypeNotice.Counts> {
        counts().map(PrototypeNotice.Counts.init)
    }
}
