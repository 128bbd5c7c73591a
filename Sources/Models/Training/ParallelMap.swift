import Dispatch
import Synchronization

/// Runs independent pieces of blocking work on a fixed number of threads.
package enum ParallelMap {
    /// Results in the order of the indices, whatever the number of threads.
    ///
    /// Threads take the next index as they become free, so the largest pieces should come first. The calling thread
    /// is one of them, and returns when all work is done.
    package static func map<Result: Sendable>(
        count: Int,
        threads: Int,
        _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        let state = Mutex<(next: Int, results: [Int: Result])>((0, [:]))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            while true {
                let index = state.withLock { state -> Int? in
                    guard state.next < count else { return nil }
                    defer { state.next += 1 }
                    return state.next
                }
                guard let index else { return }
                let result = work(index)
                state.withLock { $0.results[index] = result }
            }
        }
        let results = state.withLock(\.results)
        return (0..<count).compactMap { results[$0] }
    }
}
