public import Logging
public import Market
public import Pipeline
public import Storage
import Synchronization

extension JobContext {
    /// A context for tests: a clock that stands still, no progress, and a log that is thrown away unless a collector is given.
    public static func test(
        _ store: Store,
        now: UTCInstant,
        settings: EngineSettings = EngineSettings(),
        log: LogCollector? = nil
    ) -> JobContext {
        JobContext(
            store: store,
            settings: settings,
            now: { now },
            logger: Logger(label: "test") { _ in
                if let log { log } else { SwiftLogNoOpLogHandler() }
            }
        )
    }
}

/// Keeps what is logged.
public struct LogCollector: LogHandler {
    private final class Lines: Sendable {
        let content = Mutex<[String]>([])
    }

    private let collected = Lines()
    /// Metadata of every line; ignored.
    public var metadata: Logger.Metadata = [:]
    /// Everything is kept.
    public var logLevel = Logger.Level.trace

    /// Creates an empty collector.
    public init() {}

    /// The messages so far.
    public var lines: [String] { collected.content.withLock { $0 } }

    /// One value of the metadata.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Keeps a message.
    public func log(event: LogEvent) {
        collected.content.withLock { $0.append("\(event.message)") }
    }
}
