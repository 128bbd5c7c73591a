import Statistics
import Testing

@testable import Evaluation

@Suite
struct ClusterSumsTests {
    @Test
    func aResampleAddsUpWholeClusters() {
        var generator = SplitMix64(seed: 4)
        // Cluster 0 holds 1 + 2, cluster 1 holds 10, cluster 2 holds 100: every sum is made of these.
        let sums = ClusterSums(
            columns: [[1, 2, 10, 100], [1, 1, 1, 1]],
            clusterOfRow: [0, 0, 1, 2],
            clusterCount: 3,
            resamples: 200,
            generator: &generator
        )
        var seen = Set<Int>()
        for resample in 0..<200 {
            let total = Int(sums.sum(0, in: resample))
            let hundreds = total / 100
            let tens = total % 100 / 10
            let rest = total % 10
            #expect(rest % 3 == 0 && hundreds + tens + rest / 3 == 3)
            #expect(Int(sums.sum(1, in: resample)) == hundreds + tens + 2 * rest / 3)
            seen.insert(total)
        }
        #expect(seen.count > 5)
    }

    @Test(arguments: [1, 15, 16, 17, 40])
    func everyColumnHasItsPlace(columns: Int) {
        var generator = SplitMix64(seed: 1)
        let sums = ClusterSums(
            columns: (0..<columns).map { [Double($0), Double($0)] },
            clusterOfRow: [0, 1],
            clusterCount: 2,
            resamples: 3,
            generator: &generator
        )
        for resample in 0..<3 {
            for column in 0..<columns { #expect(sums.sum(column, in: resample) == Double(2 * column)) }
        }
    }

    @Test
    func everyClusterIsDrawnAlike() {
        var generator = SplitMix64(seed: 2)
        let count = 7
        let sums = ClusterSums(
            columns: (0..<count).map { own in (0..<count).map { $0 == own ? 1 : 0 } },
            clusterOfRow: Array(0..<count),
            clusterCount: count,
            resamples: 20_000,
            generator: &generator
        )
        for cluster in 0..<count {
            let mean = (0..<20_000).reduce(0.0) { $0 + sums.sum(cluster, in: $1) } / 20_000
            #expect(abs(mean - 1) < 0.03)
        }
    }

    @Test
    func clustersAreNumberedInOrder() {
        let clustering = Clustering(["b", "a", "b", "c"])
        #expect(clustering.ofRow == [1, 0, 1, 2] && clustering.count == 3)
        #expect(Clustering([Int]()).count == 0)
    }

    @Test
    func keysHashAlikeInEveryProcess() {
        #expect(KeyHash.of("") == 0xcbf2_9ce4_8422_2325)
        #expect(KeyHash.of("a") == 0xaf63_dc4c_8601_ec8c)
        #expect(KeyHash.of("foobar") == 0x8594_4171_f739_67e8)
    }
}
