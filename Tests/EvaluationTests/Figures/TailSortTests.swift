import Statistics
import Testing

@testable import Evaluation

@Suite
struct TailSortTests {
    /// The ends are those of the sorted draws, for every size, share and sort of ties.
    @Test(arguments: [1, 2, 3, 5, 40, 41, 400, 2_000])
    func `ends are those of sorted draws`(count: Int) {
        var random = RandomStream(seed: UInt64(count))
        for round in 0..<40 {
            let ties = round % 4
            let draws = (0..<count).map { _ -> Double in
                switch ties {
                case 0: random.normal()
                case 1: Double(random.bounded(3))
                case 2: 7
                default: Double(random.bounded(50))
                }
            }
            let sorted = draws.sorted()
            for tail in [0, 0.001, 0.02, 0.025, 0.1, 0.3, 0.5] {
                var copy = draws
                let interval = TailSort.interval(&copy, tail: tail)
                #expect(interval?.lower == Quantile.ofSorted(sorted, tail))
                #expect(interval?.upper == Quantile.ofSorted(sorted, 1 - tail))
                #expect(copy.sorted() == sorted)
            }
        }
    }

    @Test
    func `no draws have no interval`() {
        var draws: [Double] = []
        #expect(TailSort.interval(&draws, tail: 0.025) == nil)
    }
}
