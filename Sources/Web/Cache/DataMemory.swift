import Synchronization

/// Readings that cost milliseconds and stay the same until the data change, such as the counts of every page.
final class DataMemory: Sendable {
    private struct State {
        var epoch = ResponseCache.Epoch()
        var values: [String: any Sendable] = [:]
    }

    private let state = Mutex(State())
    private let responses: ResponseCache

    /// Creates an empty memory that forgets together with a cache of answers.
    init(_ responses: ResponseCache) {
        self.responses = responses
    }

    /// A reading, made where it is not kept yet.
    ///
    /// - Parameters:
    ///   - name: what tells it from others; one name stands for one type.
    ///   - read: makes it. Two visitors at once may both make it.
    /// - Returns: the reading of the present data.
    /// - Throws: what `read` throws.
    func value<Value: Sendable>(_ name: String, _ read: () throws -> Value) rethrows -> Value {
        let epoch = responses.epoch
        let kept = state.withLock { $0.epoch == epoch ? $0.values[name] : nil }
        if let kept = kept as? Value { return kept }
        let value = try read()
        state.withLock { state in
            if state.epoch != epoch {
                state.epoch = epoch
                state.values = [:]
            }
            state.values[name] = value
        }
        return value
    }
}
