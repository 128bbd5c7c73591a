import JSONText
import Logging
import Market

/// Writes log lines to a screen, above its status line.
struct ScreenLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    private let screen: Screen
    private let format: LogFormat
    private let label: String
    private let now: @Sendable () -> UTCInstant

    init(
        label: String,
        screen: Screen,
        level: Logger.Level,
        format: LogFormat,
        now: @escaping @Sendable () -> UTCInstant
    ) {
        self.label = label
        self.screen = screen
        self.format = format
        self.now = now
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        switch format {
        case .json: screen.print(jsonLine(event, fields: fields.map { ($0.key, "\($0.value)") }))
        case .text:
            let text = ([event.message.description] + fields.map { "\($0.key)=\($0.value)" })
                .joined(separator: " ")
            let level = event.level.rawValue
            screen.print(
                screen.isTerminal
                    ? "\(screen.style.dim(level + ":")) \(text)"
                    : "\(now().iso8601) \(level): \(text)"
            )
        }
    }

    private func jsonLine(_ event: LogEvent, fields: [(String, String)]) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("time", now().iso8601)
            json.member("level", event.level.rawValue)
            json.member("logger", label)
            json.member("message", event.message.description)
            for (key, value) in fields { json.member(key, value) }
        }
        return json.text
    }
}
