import Foundation
import Statistics
import Testing

/// Oracle: statsmodels 0.15.0, `proportion_confint`.
@Suite("Intervals of a proportion")
struct ProportionIntervalTests {
    private struct File: Decodable {
        struct Row: Decodable {
            var successes: Int
            var trials: Int
            var confidence: Double
            var wilson: [Double]
            var clopperPearson: [Double]
        }
        var proportions: [Row]
    }

    @Test("Wilson's and Clopper and Pearson's intervals agree to 1e-10")
    func oracle() throws {
        for row in try Oracle.load("intervals", as: File.self).proportions {
            let wilson = try ProportionInterval.wilson(
                successes: row.successes,
                trials: row.trials,
                confidence: row.confidence
            )
            let exact = try ProportionInterval.clopperPearson(
                successes: row.successes,
                trials: row.trials,
                confidence: row.confidence
            )
            let name: Comment = "\(row.successes) of \(row.trials) at \(row.confidence)"
            #expect(agree([wilson?.lower ?? -1, wilson?.upper ?? -1], row.wilson, relative: 1e-10), name)
            #expect(
                agree([exact?.lower ?? -1, exact?.upper ?? -1], row.clopperPearson, relative: 1e-10),
                name
            )
        }
    }

    @Test("No trials give no interval; impossible input is refused")
    func edges() throws {
        #expect(try ProportionInterval.wilson(successes: 0, trials: 0) == nil)
        #expect(try ProportionInterval.clopperPearson(successes: 0, trials: 0) == nil)
        #expect(throws: StatisticsError.self) { try ProportionInterval.wilson(successes: 2, trials: 1) }
        #expect(throws: StatisticsError.self) {
            try ProportionInterval.wilson(successes: 1, trials: 2, confidence: 1)
        }
        #expect(throws: StatisticsError.self) { try ProportionInterval.wilson(successes: -1, trials: 2) }
    }

    @Test("The exact interval covers at least as often as it says, at every probability")
    func exactCoverage() throws {
        for step in 1..<20 {
            let p = Double(step) / 20
            var covered = 0.0
            for k in 0...30 {
                let interval = try #require(try ProportionInterval.clopperPearson(successes: k, trials: 30))
                if interval.contains(p) { covered += BinomialDistribution.probability(k, trials: 30, p: p) }
            }
            #expect(covered >= 0.95)
        }
    }

    @Test("An interval survives storage, and one out of order is not read")
    func codable() throws {
        let interval = Interval(lower: -1, upper: 2.5)
        let data = try JSONEncoder().encode(interval)
        #expect(try JSONDecoder().decode(Interval.self, from: data) == interval)
        #expect(interval.width == 3.5)
        #expect(interval.contains(-1) && !interval.contains(2.6))
        let wrong = Data(#"{"lower":2,"upper":1}"#.utf8)
        #expect(throws: StatisticsError.self) { try JSONDecoder().decode(Interval.self, from: wrong) }
    }
}
