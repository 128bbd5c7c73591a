import Events
import Market
import Outcomes

/// Labels with realized impact for all events at all horizons, from memory.
struct LabelBench {
    private let world: BenchWorld
    private let labeler: OutcomeLabeler
    private let asOf: Int

    init(database: String) throws {
        world = try BenchWorld(database: database)
        labeler = OutcomeLabeler(calendar: world.calendar, benchmark: world.benchmark, rules: OutcomeRules())
        asOf = world.calendar.sessionCount - 1
    }

    /// One pass over all events.
    func pass() -> [(name: String, value: Double)] {
        var attempts = 0
        var labels = 0
        var impacts = 0
        let elapsed = Elapsed.measure {
            for (ticker, subjects) in world.subjects {
                let made = labeler.attempts(
                    subjects,
                    ticker: ticker,
                    series: world.series[ticker],
                    horizons: Horizon.allCases,
                    asOf: asOf
                )
                attempts += made.count
                for case .labelled(let outcome) in made {
                    labels += 1
                    impacts += outcome.realizedImpact == nil ? 0 : 1
                }
            }
        }
        return [
            ("cpu", elapsed.cpu), ("wall", elapsed.wall), ("attempts", Double(attempts)),
            ("labels", Double(labels)), ("impacts", Double(impacts)),
        ]
    }
}
