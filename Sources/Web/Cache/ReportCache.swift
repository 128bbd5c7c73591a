import Market
import Synchronization

/// A report with the time at which it was made.
struct Dated<Value: Sendable>: Sendable {
    /// The report.
    let value: Value
    /// When it was made.
    let generatedAt: UTCInstant
    /// Seconds since then, at the time of asking.
    let ageSeconds: Int
    /// Whether a new one is being computed.
    let isRefreshing: Bool
    /// Why the latest computation gave none, in which case the report is an older one; nil where it did.
    let failure: String?
}

/// Keeps the latest report of a kind; whoever comes before the first one waits for it.
final class ReportCache<Value: Sendable>: Sendable {
    private typealias Waiter = CheckedContinuation<Void, any Error>

    private struct State {
        var value: Value?
        var generatedAt = UTCInstant(secondsSinceEpoch: 0)
        var failure: String?
        var isRefreshing = false
        var waiters: [Waiter] = []
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> UTCInstant

    /// Creates an empty cache.
    init(now: @escaping @Sendable () -> UTCInstant) {
        self.now = now
    }

    /// The latest report; nil before the first one.
    var latest: Dated<Value>? {
        let now = now()
        return state.withLock { state in
            guard let value = state.value else { return nil }
            let age = now.secondsSinceEpoch - state.generatedAt.secondsSinceEpoch
            return Dated(
                value: value,
                generatedAt: state.generatedAt,
                ageSeconds: Int(max(0, age)),
                isRefreshing: state.isRefreshing,
                failure: state.failure
            )
        }
    }

    /// The latest report, after waiting for the first one where there is none.
    ///
    /// - Parameter start: begins a computation unless one is running.
    /// - Returns: the report with its age.
    /// - Throws: what the first computation threw.
    func value(start: () -> Void) async throws -> Dated<Value> {
        if let latest { return latest }
        try await withCheckedThrowingContinuation { (waiter: Waiter) in
            let isThere = state.withLock { state in
                guard state.value == nil else { return true }
                state.waiters.append(waiter)
                return false
            }
            if isThere { waiter.resume() } else { start() }
        }
        guard let latest else { throw ReportMissing() }
        return latest
    }

    /// Whether somebody waits for a report.
    var isAwaited: Bool { state.withLock { !$0.waiters.isEmpty } }

    // MARK: Computing

    /// Says that a computation has begun.
    func begin() {
        state.withLock { $0.isRefreshing = true }
    }

    /// Puts a new report in place and lets those go on who waited for it.
    func publish(_ value: Value) {
        let now = now()
        let waiters = state.withLock { state in
            state.value = value
            state.generatedAt = now
            state.failure = nil
            state.isRefreshing = false
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Says that a computation has ended.
    ///
    /// After a failure the former report stays, unless the computation gave this one before it failed; those who wait
    /// in vain are told.
    func end(_ failure: (any Error)?) {
        let waiters = state.withLock { state in
            if state.isRefreshing, let failure { state.failure = "\(failure)" }
            state.isRefreshing = false
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume(throwing: failure ?? ReportMissing()) }
    }
}

/// There is no report although one was waited for: a computation ended without a report and without an error.
struct ReportMissing: Error, CustomStringConvertible {
    /// The error in words.
    var description: String { "the computation of the report ended without one" }
}
