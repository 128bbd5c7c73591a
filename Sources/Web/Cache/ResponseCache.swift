import HTTPTypes
import NIOCore
import Synchronization

/// An answer that is ready to be written again.
final class StoredResponse: Sendable {
    /// Position of the route in the table.
    let route: Int
    /// Its headers, without those of one request.
    let headers: HTTPFields
    /// Its bytes.
    let body: ByteBuffer
    /// Its entity tag.
    let tag: String
    /// After this the answer is made anew; nil for never.
    let expires: ContinuousClock.Instant?

    init(
        route: Int,
        headers: HTTPFields,
        body: ByteBuffer,
        tag: String,
        expires: ContinuousClock.Instant?
    ) {
        self.route = route
        self.headers = headers
        self.body = body
        self.tag = tag
        self.expires = expires
    }

    /// The bytes that it takes, with what its buffer has in reserve, and headers reckoned at a flat 1,500.
    var size: Int { body.storageCapacity + 1_500 }
}

/// Answers by address, until the data change; bounded in bytes.
///
/// It keeps two generations: what is asked for moves to the young one, and when that is half of the whole the old one
/// is dropped. Finding and storing take one lock and no walk.
final class ResponseCache: Sendable {
    /// What an answer depends on.
    struct Key: Hashable, Sendable {
        /// The target as it was sent.
        let target: String
        /// Whether a page is preferred.
        let page: Bool
        /// For whom it was made.
        let visitor: Visitor
        /// Whether its bytes may be compressed.
        var gzip: Bool
    }

    /// Stands for the data that an answer is made from; an answer is stored only while it is current.
    struct Epoch: Equatable, Sendable {
        fileprivate(set) var data = 0
        fileprivate(set) var reports = 0
    }

    /// What the cache has done so far.
    struct Figures: Sendable {
        /// Answers found.
        var hits = 0
        /// Answers looked for in vain.
        var misses = 0
        /// Bytes kept now.
        var bytes = 0
        /// Answers kept now.
        var entries = 0
    }

    private struct State {
        var young: [Key: StoredResponse] = [:]
        var old: [Key: StoredResponse] = [:]
        var youngBytes = 0
        var oldBytes = 0
        var hits = 0
        var misses = 0
        var epoch = Epoch()
    }

    private let state = Mutex(State())
    private let limit: Int

    /// Creates an empty cache for at most `limit` bytes.
    init(limit: Int = 24 << 20) {
        self.limit = limit
    }

    /// The answer under a key; nil where there is none or where it is too old.
    func find(_ key: Key, now: ContinuousClock.Instant) -> StoredResponse? {
        state.withLock { state in
            let found = state.young[key] ?? Self.revive(key, in: &state, limit: limit)
            guard let found, found.expires.map({ now < $0 }) ?? true else {
                state.misses += 1
                return nil
            }
            state.hits += 1
            return found
        }
    }

    /// The answer under a key without regard to its age and without counting; nil where there is none.
    func peek(_ key: Key) -> StoredResponse? {
        state.withLock { $0.young[key] ?? $0.old[key] }
    }

    /// The state of data and reports right now.
    var epoch: Epoch { state.withLock { $0.epoch } }

    /// Keeps an answer that was made from the data of an epoch, unless the data have changed since.
    func store(_ response: StoredResponse, _ key: Key, madeIn epoch: Epoch) {
        guard response.size <= limit / 8 else { return }
        state.withLock { state in
            guard state.epoch == epoch else { return }
            Self.put(response, key, into: &state, limit: limit)
        }
    }

    /// Forgets everything: the data have changed.
    func dataChanged() {
        state.withLock { state in
            state.epoch.data += 1
            Self.clear(&state)
        }
    }

    /// Forgets everything: the reports are new.
    func reportsChanged() {
        state.withLock { state in
            state.epoch.reports += 1
            Self.clear(&state)
        }
    }

    /// What the cache has done so far.
    var figures: Figures {
        state.withLock { state in
            Figures(
                hits: state.hits,
                misses: state.misses,
                bytes: state.youngBytes + state.oldBytes,
                entries: state.young.count + state.old.count
            )
        }
    }

    // MARK: Generations

    private static func revive(_ key: Key, in state: inout State, limit: Int) -> StoredResponse? {
        guard let found = state.old.removeValue(forKey: key) else { return nil }
        state.oldBytes -= found.size
        put(found, key, into: &state, limit: limit)
        return found
    }

    private static func put(
        _ response: StoredResponse,
        _ key: Key,
        into state: inout State,
        limit: Int
    ) {
        if let former = state.young.updateValue(response, forKey: key) { state.youngBytes -= former.size }
        if let former = state.old.removeValue(forKey: key) { state.oldBytes -= former.size }
        state.youngBytes += response.size
        guard state.youngBytes > limit / 2 else { return }
        state.old = state.young
        state.oldBytes = state.youngBytes
        state.young = [:]
        state.youngBytes = 0
    }

    private static func clear(_ state: inout State) {
        state.young = [:]
        state.old = [:]
        state.youngBytes = 0
        state.oldBytes = 0
    }
}
