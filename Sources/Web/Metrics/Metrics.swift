import Synchronization

/// Counts of what the server does.
final class Metrics: Sendable {
    /// What is counted for one route, method and status.
    struct Series: Hashable, Sendable {
        /// The route's path with its parameters in braces; `unmatched` for none.
        let route: String
        /// The method; `OTHER` for one that no route has.
        let method: String
        /// The status code.
        let status: Int
    }

    /// Counts that are not about one route.
    struct Totals: Sendable {
        /// Requests that were turned away because the client sent too many.
        var rateLimited = 0
        /// Tokens that opened nothing.
        var refusedTokens = 0
        /// Requests that took longer than a second.
        var slow = 0
    }

    /// Everything at one moment.
    struct Snapshot: Sendable {
        /// Answers by route, method and status.
        let answers: [Series: Int]
        /// How long answers took, by route.
        let durations: [String: Histogram]
        /// Counts that are not about one route.
        let totals: Totals
        /// Requests that are being answered.
        let inFlight: Int
        /// Seconds since the server was made.
        let uptime: Double
    }

    private struct State {
        var answers: [Series: Int] = [:]
        var durations: [String: Histogram] = [:]
        var totals = Totals()
    }

    private let state = Mutex(State())
    private let current = Atomic<Int>(0)
    private let start = ContinuousClock.now

    /// Counts a request that begins.
    func begin() { current.add(1, ordering: .relaxed) }

    /// Counts a request that was answered.
    func end(_ series: Series, seconds: Double) {
        current.subtract(1, ordering: .relaxed)
        state.withLock { state in
            state.answers[series, default: 0] += 1
            state.durations[series.route, default: Histogram()].add(seconds)
        }
    }

    /// Changes counts that are not about one route.
    func count(_ change: (inout Totals) -> Void) {
        state.withLock { change(&$0.totals) }
    }

    /// Everything at this moment.
    var snapshot: Snapshot {
        let copy = state.withLock { $0 }
        return Snapshot(
            answers: copy.answers,
            durations: copy.durations,
            totals: copy.totals,
            inFlight: current.load(ordering: .relaxed),
            uptime: (ContinuousClock.now - start) / .seconds(1)
        )
    }
}
