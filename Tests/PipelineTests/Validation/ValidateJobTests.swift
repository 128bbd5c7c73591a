import EngineTestSupport
import Evaluation
import Market
import Pipeline
import Storage
import Testing

@Suite
struct ValidateJobTests {
    @Test
    func `worlds that are done stay done, and a small run replaces no certificate`() throws {
        let store = try TemporaryDatabase().store()
        let now = try #require(UTCInstant(iso8601: "2024-03-01T00:00:00Z"))
        let certificate = CertificateRow(
            issuedAt: now,
            engineVersion: EngineVersion.current,
            seed: 5,
            isCertificate: true,
            text: "all goals met",
            report: "{}"
        )
        let plan = ValidationPlan(seed: 5, null: 1, clustered: 0, planted: 0, regimeShift: 0)
        // A result that no run gives shows that the stored one is taken.
        let stored = WorldRow(
            kind: "null",
            number: 0,
            effect: 0,
            outcomes: 1,
            promoted: ["global/1d magnitude"],
            judged: 1,
            ranges: 1,
            covered: 1,
            intervals: 1,
            intervalsWithTruth: 1
        )
        try store.write { connection in
            try ValidationStore(connection).add(certificate)
            try ValidationStore(connection).add(stored, engineVersion: EngineVersion.current, seed: 5)
        }
        let report = try ValidateJob(.test(store, now: now)).run(plan)
        #expect(report.worlds == 1)
        #expect(report.figures.first { $0.key == "false_promotion.null" }?.value == 1)
        #expect(try store.read { try ValidationStore($0).latest() } == certificate)
        #expect(try MonitorJob(.test(store, now: now)).run().certificate?.isValid == true)
        let later = now.advanced(bySeconds: 91 * 86_400)
        #expect(try MonitorJob(.test(store, now: later)).run().certificate?.isValid == false)
    }
}
