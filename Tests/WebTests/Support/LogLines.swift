import Logging
import Synchronization

/// Keeps what is logged, message and metadata in one line each.
final class LogLines: Sendable {
    private let content = Mutex<[String]>([])

    /// The lines so far.
    var lines: [String] { content.withLock { $0 } }

    /// A log that is kept here.
    var logger: Logger { Logger(label: "test") { _ in Handler(owner: self) } }

    private struct Handler: LogHandler {
        let owner: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let own = metadata.merging(event.metadata ?? [:]) { $1 }
            let pairs = own.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
            owner.content.withLock { $0.append("\(event.level) \(event.message)\(pairs)") }
        }
    }
}
