import Evaluation
import Statistics
import Testing

/// Intervals hold the truth about as often as they claim, when events of a day and of a company depend on each other.
@Suite
struct CoverageTests {
    @Test
    func accuracyIntervalsCoverTheTruth() throws {
        var covered = 0
        var naive = 0
        let runs = 200
        for run in 0..<runs {
            var random = RandomStream(seed: UInt64(run), stream: 3)
            let days = (0..<80).map { _ in 0.12 * (random.bernoulli(0.5) ? 1.0 : -1) }
            let rows = (0..<400).map { index in
                let day = random.bounded(80)
                let isRight = random.bernoulli(0.56 + days[day])
                return Graded.row(
                    index,
                    ticker: "T\(random.bounded(40))",
                    session: 1_000 + day,
                    up: 0.6,
                    abnormal: isRight ? 0.02 : -0.02
                )
            }
            let settings = MonitoringSettings(
                resamples: 400,
                calibrationSimulations: 1,
                seed: UInt64(run),
                threads: 1
            )
            let figure = try #require(try Graded.sample(rows, settings: settings)?.direction?.accuracy)
            if figure.interval?.contains(0.56) == true { covered += 1 }
            let plain = try ProportionInterval.wilson(
                successes: Int(((figure.value ?? 0) * 400).rounded()),
                trials: 400
            )
            if plain?.contains(0.56) == true { naive += 1 }
        }
        let share = Double(covered) / Double(runs)
        #expect(share > 0.91 && share <= 1, "\(share)")
        #expect(naive < covered)
    }
}
