import Evaluation
import Storage

extension WorldResult {
    /// Reads a stored world; nil for a kind that this engine does not know.
    init?(_ row: WorldRow) {
        guard let kind = WorldKind(rawValue: row.kind) else { return nil }
        self.init(
            kind: kind,
            number: row.number,
            effect: row.effect,
            outcomes: row.outcomes,
            promoted: row.promoted,
            judged: row.judged,
            ranges: row.ranges,
            covered: row.covered,
            intervals: row.intervals,
            intervalsWithTruth: row.intervalsWithTruth
        )
    }

    /// The world as the database keeps it.
    var row: WorldRow {
        WorldRow(
            kind: kind.rawValue,
            number: number,
            effect: effect,
            outcomes: outcomes,
            promoted: promoted,
            judged: judged,
            ranges: ranges,
            covered: covered,
            intervals: intervals,
            intervalsWithTruth: intervalsWithTruth
        )
    }
}
