import Evaluation
import Events
import Market
import Models
import Testing

@Suite
struct OverTimeTests {
    /// So many predictions in each quarter from 2018 on, on days of its second month.
    private func curve(_ counts: [Int]) throws -> AccuracyOverTime? {
        var predictions: [GradedPrediction] = []
        for (quarter, count) in counts.enumerated() {
            let month = quarter % 4 * 3 + 2
            let session = BacktestWorld.session("\(2018 + quarter / 4)-\(month < 10 ? "0" : "")\(month)-01")
            for _ in 0..<count {
                let id = predictions.count
                predictions.append(Graded.row(id, ticker: "T\(id % 5)", session: session + id % 10))
            }
        }
        let report = try BacktestWorld.report(
            BacktestWorld.input(predictions, models: [try Records.record()])
        )
        return report.overTime.first { $0.scope == BacktestScope(family: .sec8K, horizon: .fiveDay) }
    }

    @Test
    func `quarters are shown where they are full enough`() throws {
        let curve = try #require(try curve([50, 60, 70, 10]))
        #expect(curve.period == .quarter)
        #expect(curve.points.map(\.group.key) == ["2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4"])
        #expect(curve.points.map(\.group.n) == [50, 60, 70, 10])
        #expect(curve.points.map(\.group.tooFew) == [false, false, false, true])
        #expect(
            curve.points.map(\.start.iso8601) == ["2018-01-01", "2018-04-01", "2018-07-01", "2018-10-01"]
        )
        #expect(curve.points.last?.end.iso8601 == "2019-01-01")
    }

    @Test
    func `else years`() throws {
        let curve = try #require(try curve([50, 60, 49, 10, 30]))
        #expect(curve.period == .year)
        #expect(
            curve.points.map(\.group.key) == ["2018", "2019"] && curve.points.map(\.group.n) == [169, 30]
        )
        #expect(curve.points.map(\.end.iso8601) == ["2019-01-01", "2020-01-01"])
    }

    @Test
    func `without predictions there is no curve`() throws {
        #expect(try curve([]) == nil)
    }
}
