import Statistics
import Testing

/// Whether 95 % intervals cover the truth in 95 % of simulated worlds.
@Suite("Coverage of bootstrap intervals")
struct CoverageTests {
    static let worlds = [
        ClusteredWorld(name: "60 days of ten, fat tails"),
        ClusteredWorld(name: "20 days of ten, fat tails", days: 20),
        ClusteredWorld(name: "ten days of ten, fat tails", days: 10),
        ClusteredWorld(name: "independent events", dayShare: 0),
    ]

    @Test("Intervals over days cover the mean as often as they say", arguments: worlds)
    func mean(world: ClusteredWorld) throws {
        var random = SplitMix64(seed: 11)
        let repetitions = 1000
        let covered = try share(of: repetitions) {
            let sample = world.draw(&random)
            let result = try ClusterBootstrap(resamples: 600, seed: random.next())
                .mean(sample.values, clusters: sample.days)
            return result?.interval.contains(0) == true
        }
        #expect(abs(covered - 0.95) < monteCarloError(0.95, repetitions), "\(world.name): \(covered)")
    }

    @Test("Intervals over the wider of days and companies cover an accuracy on uneven days")
    func proportion() throws {
        var random = SplitMix64(seed: 12)
        let world = ClusteredWorld(name: "uneven", isUneven: true)
        let repetitions = 600
        let covered = try share(of: repetitions) {
            let sample = world.draw(&random)
            let result = try ClusteredInterval.proportion(
                sample.values.map { $0 > 0 },
                days: sample.days,
                companies: sample.companies,
                bootstrap: ClusterBootstrap(resamples: 500, seed: random.next())
            )
            return result?.interval.contains(0.5) == true
        }
        #expect(covered > 0.95 - monteCarloError(0.95, repetitions) - 0.01, "\(covered)")
        #expect(covered < 0.985, "\(covered)")
    }

    @Test("Taking the events of a day for independent would cover far less")
    func contrast() throws {
        var random = SplitMix64(seed: 13)
        let covered = try share(of: 400) {
            let sample = ClusteredWorld(name: "plain").draw(&random)
            let result = try ClusterBootstrap(resamples: 400, seed: random.next())
                .mean(sample.values, clusters: Array(sample.values.indices))
            return result?.interval.contains(0) == true
        }
        #expect(covered < 0.8, "\(covered)")
    }
}
