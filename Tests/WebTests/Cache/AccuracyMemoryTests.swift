import Evaluation
import Market
import Testing

@testable import Web

@Suite
struct AccuracyMemoryTests {
    @Test
    func `a table is the report's own, asked once or twice`() async throws {
        let report = try await WebWorld().site().site.reports.backtest().value
        let memory = AccuracyMemory()
        for grouping in [AccuracyGrouping.family, .year] {
            let query = AccuracyQuery(groupBy: grouping, horizon: .oneDay)
            let expected = try report.accuracy(query)
            #expect(try memory.table(query, of: report) == expected)
            #expect(try memory.table(query, of: report) == expected)
        }
    }
}
