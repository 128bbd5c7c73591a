public import Evaluation
public import Market

/// Where answers take their facts from: one function a question.
///
/// Functions may throw whatever their store throws; the error reaches the caller of the answer.
public struct RadarQuantSource: Sendable {
    /// Whether events of a symbol are stored; the symbol comes in capitals.
    public var isTicker: @Sendable (String) async throws -> Bool
    /// Whether an event of exactly this key is stored.
    public var isEventID: @Sendable (String) async throws -> Bool
    /// Everything about one event; nil where it is not stored.
    public var event: @Sendable (String) async throws -> ExplanationFacts?
    /// The latest events that a filter lets pass, newest first, at most so many.
    public var latestEvents: @Sendable (EventFilter, Int) async throws -> [EventLine]
    /// How much is stored of what a filter lets pass.
    public var counts: @Sendable (EventFilter) async throws -> StoreCounts
    /// What prices did after the events that a filter lets pass.
    public var history: @Sendable (EventFilter, Horizon) async throws -> KindHistory
    /// The largest moves after the events that a filter lets pass, by size, at most so many.
    public var biggestMoves: @Sendable (EventFilter, Horizon, Int) async throws -> [MoveLine]
    /// The monitoring report.
    public var monitoring: @Sendable () async throws -> MonitoringReport

    /// Creates a source.
    public init(
        isTicker: @escaping @Sendable (String) async throws -> Bool,
        isEventID: @escaping @Sendable (String) async throws -> Bool,
        event: @escaping @Sendable (String) async throws -> ExplanationFacts?,
        latestEvents: @escaping @Sendable (EventFilter, Int) async throws -> [EventLine],
        counts: @escaping @Sendable (EventFilter) async throws -> StoreCounts,
        history: @escaping @Sendable (EventFilter, Horizon) async throws -> KindHistory,
        biggestMoves: @escaping @Sendable (EventFilter, Horizon, Int) async throws -> [MoveLine],
        monitoring: @escaping @Sendable () async throws -> MonitoringReport
    ) {
        self.isTicker = isTicker
        self.isEventID = isEventID
        self.event = event
        self.latestEvents = latestEvents
        self.counts = counts
        self.history = history
        self.biggestMoves = biggestMoves
        self.monitoring = monitoring
    }
}

extension RadarQuantSource {
    /// A source without facts: every function throws, for tests that must not reach it.
    public static let failing = RadarQuantSource(
        isTicker: { _ in throw RadarQuantSourceError.notProvided("isTicker") },
        isEventID: { _ in throw RadarQuantSourceError.notProvided("isEventID") },
        event: { _ in throw RadarQuantSourceError.notProvided("event") },
        latestEvents: { _, _ in throw RadarQuantSourceError.notProvided("latestEvents") },
        counts: { _ in throw RadarQuantSourceError.notProvided("counts") },
        history: { _, _ in throw RadarQuantSourceError.notProvided("history") },
        biggestMoves: { _, _, _ in throw RadarQuantSourceError.notProvided("biggestMoves") },
        monitoring: { throw RadarQuantSourceError.notProvided("monitoring") }
    )
}

/// A question to a source that it was not made for.
public enum RadarQuantSourceError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The function of this name was not given.
    case notProvided(String)

    /// Which function is missing.
    public var description: String {
        switch self {
        case .notProvided(let name): "the source of facts has no function '\(name)'"
        }
    }
}
