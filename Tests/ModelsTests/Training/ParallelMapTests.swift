import Synchronization
import Testing

@testable import Models

@Suite
struct ParallelMapTests {
    @Test(arguments: [1, 2, 3, 8, 100])
    func resultsComeInOrder(threads: Int) {
        let results = ParallelMap.map(count: 37, threads: threads) { index in index * index }
        #expect(results == (0..<37).map { $0 * $0 })
    }

    @Test(arguments: [(0, 2), (1, 0), (1, 4)])
    func emptyAndSmallWorkIsDone(count: Int, threads: Int) {
        #expect(ParallelMap.map(count: count, threads: threads) { $0 }.count == count)
    }

    @Test
    func noMoreThreadsThanAskedForRunAtOnce() {
        let running = Mutex((now: 0, most: 0))
        _ = ParallelMap.map(count: 40, threads: 2) { _ in
            running.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            var sum = 0.0
            for step in 1..<20_000 { sum += 1 / Double(step) }
            running.withLock { $0.now -= 1 }
            return sum
        }
        #expect(running.withLock(\.most) <= 2)
    }
}
