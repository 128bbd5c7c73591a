import HTTPTypes
import Synchronization

/// Lets each client do something so many times a minute: a bucket that fills steadily and from which each time takes one.
///
/// The table is bounded: clients that were not seen lately are forgotten, which is to their favour.
final class RateLimiter: Sendable {
    private struct Bucket {
        var content: Double
        var time: Double
    }

    private struct State {
        var young: [ClientAddress: Bucket] = [:]
        var old: [ClientAddress: Bucket] = [:]
    }

    private let state = Mutex(State())
    private let perMinute: Double
    private let burst: Double
    private let mostClients: Int

    /// Creates a limiter.
    ///
    /// - Parameters:
    ///   - perMinute: how many times a minute; 0 for no limit.
    ///   - burst: how many times at once after a pause; nil for the times of ten seconds, at least 10.
    ///   - mostClients: how many clients are remembered.
    init(perMinute: Int, burst: Int? = nil, mostClients: Int = 16_384) {
        self.perMinute = Double(perMinute)
        self.burst = Double(burst ?? max(10, perMinute / 6))
        self.mostClients = mostClients
    }

    /// Whether anything is limited.
    var isActive: Bool { perMinute > 0 }

    /// Takes one time of a client.
    ///
    /// - Parameters:
    ///   - client: who.
    ///   - now: seconds that only ever grow.
    /// - Returns: nil where the client may; else the whole seconds until it may again.
    func take(_ client: ClientAddress, now: Double) -> Int? {
        guard isActive else { return nil }
        return state.withLock { state in
            var bucket = filled(client, in: &state, now: now)
            defer { remember(bucket, client, in: &state) }
            guard bucket.content < 1 else {
                bucket.content -= 1
                return nil
            }
            return seconds(until: bucket)
        }
    }

    /// Clients that are remembered.
    var clients: Int { state.withLock { $0.young.count + $0.old.count } }

    /// Whole seconds until a bucket holds one again; a hair of rounding is no second.
    private func seconds(until bucket: Bucket) -> Int {
        max(1, Int(((1 - bucket.content) / (perMinute / 60) - 1e-6).rounded(.up)))
    }

    private func filled(_ client: ClientAddress, in state: inout State, now: Double) -> Bucket {
        guard var bucket = state.young[client] ?? state.old[client] else {
            return Bucket(content: burst, time: now)
        }
        bucket.content = min(burst, bucket.content + max(0, now - bucket.time) * perMinute / 60)
        bucket.time = now
        return bucket
    }

    private func remember(_ bucket: Bucket, _ client: ClientAddress, in state: inout State) {
        state.young[client] = bucket
        state.old[client] = nil
        guard state.young.count > mostClients / 2 else { return }
        state.old = state.young
        state.young = [:]
    }
}

extension Problem {
    /// 429: too many requests.
    static func tooMany(_ what: String, retryAfterSeconds seconds: Int) -> Problem {
        Problem(
            .tooManyRequests,
            kind: "too-many-requests",
            title: "There were too many requests.",
            detail: "\(what); try again in \(seconds) \(seconds == 1 ? "second" : "seconds")",
            headers: [.retryLater: String(seconds)]
        )
    }
}
