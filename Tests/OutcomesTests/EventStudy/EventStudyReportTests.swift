import Outcomes
import Statistics
import Testing

@Suite
struct EventStudyReportTests {
    private func closes(_ seed: UInt64, jumps: [Int] = []) -> AdjustedCloses {
        var random = RandomStream(seed: seed)
        var price = 50.0
        let values = (0..<400).map { index -> Double in
            price *= 1 + 0.01 * random.normal() + (jumps.contains(index) ? 0.05 : 0)
            return price
        }
        return AdjustedCloses(ticker: "T", firstSession: 0, values: values, breaks: [])
    }

    @Test
    func `groups are counted, averaged and tested each for itself`() throws {
        let benchmark = closes(99)
        let days = (0..<12).map { 300 + 5 * $0 }
        let series = (0..<24).map { stock in
            let jumps = stock < 12 ? [days[stock % 12]] : []
            return StudyReturns(stock: closes(UInt64(stock), jumps: jumps), benchmark: benchmark)
        }
        let subjects = (0..<24).map { EventStudySubject(series: $0, reactionSession: days[$0 % 12]) }
        let window = EventWindow(first: 0, last: 0)
        let report = try EventStudyReport(
            [
                .init(name: "moved", subjects: Array(subjects[..<12])),
                .init(name: "none", subjects: [EventStudySubject(series: 77, reactionSession: 300)]),
                .init(name: "quiet", subjects: Array(subjects[12...])),
            ],
            series: series,
            window: window,
            model: .market,
            bootstrap: ClusterBootstrap(resamples: 500, seed: 3)
        )
        #expect(report.rows.map(\.group) == ["moved", "none", "quiet"])
        #expect(report.rows.map(\.n) == [12, 0, 12])
        #expect(report.rows.map(\.companies) == [12, 0, 12])
        #expect(report.rows.map(\.days) == [12, 0, 12])
        #expect(report.rows[1].exclusions.noSeries == 1)
        #expect(report.rows[1].mean == nil && report.rows[1].band == nil && report.rows[1].holm == nil)
        let moved = report.rows[0]
        let quiet = report.rows[2]
        #expect(abs((moved.mean ?? 0) - 0.05) < 0.01)
        #expect(moved.band?.contains(moved.mean ?? 0) == true && (moved.band?.lower ?? 0) > 0)
        #expect(quiet.band?.contains(0) == true)
        // Two groups have a test, so Holm doubles the smaller p.
        let smaller = try #require(moved.tests.adjusted?.pValue)
        #expect(smaller < 1e-4)
        #expect(abs((moved.holm ?? 0) - 2 * smaller) < 1e-15)
        #expect(quiet.holm == quiet.tests.adjusted?.pValue)
    }
}
