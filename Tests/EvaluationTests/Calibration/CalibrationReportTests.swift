import Evaluation
import Statistics
import Testing

@Suite
struct CalibrationReportTests {
    private func report(_ rows: [GradedPrediction]) throws -> CalibrationReport {
        try #require(try Graded.sample(rows)?.calibration)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func honestProbabilitiesAreNotRejected(seed: UInt64) throws {
        let report = try report(Graded.world(seed: seed, events: 1_500))
        #expect(report.verdict == .notRejected)
        #expect(abs((report.recalibration?.slope ?? 0) - 1) < 0.35)
        let error = try #require(report.error)
        #expect(error.error < 2 * error.nullUpper)
        #expect(report.text.hasPrefix("Nothing speaks against the stated probabilities. Events stated at 6"))
        #expect(report.text.contains("were right in"))
    }

    @Test
    func overconfidenceIsRejected() throws {
        let report = try report(Graded.world(events: 1_500, distortion: 1.9))
        #expect(report.verdict == .rejected)
        #expect((report.recalibration?.slope ?? 1) < 0.8)
        #expect((report.test?.pValue ?? 1) < 0.05)
        #expect((report.error?.error ?? 0) > (report.error?.nullUpper ?? 1))
        #expect(report.text.hasPrefix("Stated probabilities differ from frequencies beyond chance."))
    }

    @Test
    func fewEventsAreNotJudged() throws {
        let report = try report(Graded.world(events: 49))
        #expect(report.verdict == .tooFew)
        #expect(report.text == "49 graded events are too few to judge calibration; 50 are needed.")
    }

    @Test
    func binsHoldAllGradedEvents() throws {
        let report = try report(Graded.world())
        #expect(report.bins.map(\.n).reduce(0, +) == report.n)
        for bin in report.bins { #expect(bin.interval.contains(bin.observedFrequency)) }
    }
}
