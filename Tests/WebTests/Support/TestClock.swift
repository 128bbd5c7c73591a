import Market
import Synchronization

/// A clock that is moved by hand.
final class TestClock: Sendable {
    private let seconds: Mutex<Int64>

    /// Starts at an instant.
    init(_ start: String = "2024-03-01T22:00:00Z") {
        seconds = Mutex(UTCInstant(iso8601: start)?.secondsSinceEpoch ?? 0)
    }

    /// The time.
    var now: UTCInstant { UTCInstant(secondsSinceEpoch: seconds.withLock { $0 }) }

    /// Moves on.
    func advance(seconds count: Int64) { seconds.withLock { $0 += count } }
}
