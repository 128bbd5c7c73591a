import Logging
import Pipeline

/// Everything that can be configured, with its standard values.
struct MarketEchoConfiguration: Sendable, Equatable {
    /// Where the database is.
    var database = DatabaseLocation()
    /// What changes the engine's results.
    var engine = EngineSettings()
    /// The rules of the base score.
    var rules = RulesSettings()
    /// The server.
    var server = ServerConfiguration()
    /// What is logged, and how.
    var log = LogSettings()
}

/// Where the database is.
struct DatabaseLocation: Sendable, Equatable {
    /// An SQLite file.
    var path = ".market-echo/market-echo.sqlite"
}

/// The rules of the base score.
struct RulesSettings: Sendable, Equatable {
    /// A YAML file; empty for the rules in the program.
    var path = ""
}

/// What is logged, and how.
struct LogSettings: Sendable, Equatable {
    /// The least important level that is logged.
    var level = Logger.Level.notice
    /// The form of a line.
    var format = LogFormat.text
}

/// The form of a log line.
enum LogFormat: String, CaseIterable, Sendable {
    /// One line for people.
    case text
    /// One JSON object a line.
    case json
}
