import Foundation
import Outcomes
import Statistics
import TestSupport
import Testing

/// Oracle: statsmodels 0.15.0 and SciPy 1.17.1, event by event and pair by pair.
@Suite
struct EventStudyOracleTests {
    struct File: Decodable {
        struct Series: Decodable {
            var firstSession: Int
            var values: [Double?]
            var breaks: [Int]

            var closes: AdjustedCloses {
                AdjustedCloses(
                    ticker: "T",
                    firstSession: firstSession,
                    values: values.map { $0 ?? .nan },
                    breaks: breaks
                )
            }
        }
        struct Case: Decodable {
            var model: AbnormalReturnModel
            var first: Int
            var last: Int
            var positions: [Int]
            var leftOut: EventStudySample.Exclusions
            var alpha: [Double]
            var beta: [Double]
            var variance: [Double]
            var car: [Double]
            var scar: [Double]
            var csar: [Double]
            var tests: [String: [Double]]
            var meanCorrelation: Double
        }
        var benchmark: Series
        var stocks: [Series]
        var events: [[Int]]
        var cases: [Case]
    }

    private func agree(_ values: [Double], _ expected: [Double]) -> Bool {
        values.count == expected.count
            && zip(values, expected).allSatisfy { abs($0 - $1) <= 1e-8 * max(abs($1), 1e-3) }
    }

    @Test
    func `returns, models and tests agree to 1e-8 with an independent computation`() throws {
        let file = try JSONDecoder().decode(File.self, from: Fixture.data("event-study/study.json"))
        let series = file.stocks.map { StudyReturns(stock: $0.closes, benchmark: file.benchmark.closes) }
        let subjects = file.events.map { EventStudySubject(series: $0[0], reactionSession: $0[1]) }
        #expect(file.cases.count == EventWindow.named.count * AbnormalReturnModel.allCases.count)
        for oracle in file.cases {
            let window = EventWindow(first: oracle.first, last: oracle.last)
            let sample = EventStudySample(subjects, series: series, window: window, model: oracle.model)
            let members = sample.members
            let name = "\(oracle.model) \(window.notation)"
            #expect(members.map(\.position) == oracle.positions, "\(name)")
            #expect(sample.exclusions == oracle.leftOut, "\(name)")
            #expect(agree(members.map(\.fit.alpha), oracle.alpha), "\(name)")
            #expect(agree(members.map(\.fit.beta), oracle.beta), "\(name)")
            #expect(agree(members.map(\.fit.residualVariance), oracle.variance), "\(name)")
            #expect(agree(members.map(\.cumulative), oracle.car), "\(name)")
            #expect(agree(members.map(\.standardized), oracle.scar), "\(name)")
            #expect(agree(members.map(\.sumOfStandardized), oracle.csar), "\(name)")
            let tests = try EventStudyTests(sample, series: series)
            let found = [
                "crossSectional": tests.crossSectional, "patell": tests.patell,
                "standardized": tests.standardized, "adjusted": tests.adjusted, "rank": tests.rank,
                "sign": tests.sign,
            ]
            for (key, value) in found {
                let result = try #require(value, "\(name) \(key)")
                let expected = try #require(oracle.tests[key])
                #expect(agree([result.statistic, result.pValue], expected), "\(name) \(key)")
            }
            #expect(agree([try #require(tests.meanCorrelation)], [oracle.meanCorrelation]), "\(name)")
        }
    }
}
