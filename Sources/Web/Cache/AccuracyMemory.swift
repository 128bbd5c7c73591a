import Evaluation
import Market
import Synchronization

/// Keeps the accuracy tables that visitors asked of the latest backtesting report; each takes some ten milliseconds.
final class AccuracyMemory: Sendable {
    private struct State {
        var generatedAt: UTCInstant?
        var tables: [AccuracyQuery: AccuracyTable] = [:]
    }

    private let state = Mutex(State())

    /// Tables that are kept; there are more queries than that, and few that anyone asks.
    static let limit = 64

    /// The table of a query, computed where it is not kept yet.
    ///
    /// - Throws: what the computation throws.
    func table(_ query: AccuracyQuery, of report: BacktestReport) throws -> AccuracyTable {
        let kept = state.withLock { state in
            state.generatedAt == report.generatedAt ? state.tables[query] : nil
        }
        if let kept { return kept }
        let table = try report.accuracy(query)
        state.withLock { state in
            if state.generatedAt != report.generatedAt || state.tables.count >= Self.limit {
                state.tables = [:]
                state.generatedAt = report.generatedAt
            }
            state.tables[query] = table
        }
        return table
    }
}
