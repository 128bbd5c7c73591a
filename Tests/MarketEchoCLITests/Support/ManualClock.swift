import Synchronization

/// A clock that stands still until it is told to go on.
final class ManualClock: Sendable {
    private let seconds = Mutex(0.0)

    /// Seconds since the clock was made.
    var now: Double { seconds.withLock { $0 } }

    /// Moves the clock.
    func advance(by step: Double) { seconds.withLock { $0 += step } }
}
