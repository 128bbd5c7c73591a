import Events
import Market
import Outcomes
import Storage

extension LabelReport {
    /// The counts as the run ledger keeps them.
    var runCounts: [RunCount] {
        var counts: [RunCount] = []
        for (key, cell) in cells {
            func add(_ outcome: String, _ n: Int) {
                guard n > 0 else { return }
                counts.append(
                    RunCount(family: key.family.rawValue, horizon: key.horizon.code, outcome: outcome, n: n)
                )
            }
            add("labelled", cell.new)
            add("revised", cell.revised)
            add("unchanged", cell.unchanged)
            for (reason, n) in cell.skipped { add(reason.rawValue, n) }
        }
        return counts.sorted()
    }
}
