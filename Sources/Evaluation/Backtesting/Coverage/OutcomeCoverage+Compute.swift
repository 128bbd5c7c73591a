import Events
import Market
import Outcomes

extension OutcomeCoverage {
    /// Counts events, labels and skips.
    init(_ input: BacktestInput) {
        let keys = input.events.map { Key(family: $0.type.family, year: $0.occurredOn.civil.year) }
        var tallies: [Key: CoverageTally] = [:]
        for key in keys { tallies[key, default: CoverageTally()].events += 1 }
        for label in input.labels where keys.indices.contains(label.event) {
            tallies[keys[label.event]]?.labelled[label.horizon, default: 0] += 1
        }
        for skip in input.skips where keys.indices.contains(skip.event) {
            tallies[keys[skip.event]]?.skipped[skip.horizon, default: [:]][skip.reason, default: 0] += 1
        }
        let byFamily = Dictionary(grouping: tallies, by: \.key.family)
            .mapValues { $0.reduce(into: CoverageTally()) { $0.add($1.value) } }
        rows = tallies.sorted { $0.key < $1.key }.map {
            $0.value.row(family: $0.key.family, year: $0.key.year)
        }
        families = byFamily.sorted { $0.key < $1.key }.map { $0.value.row(family: $0.key, year: nil) }
        total = byFamily.values.reduce(into: CoverageTally()) { $0.add($1) }.row(family: nil, year: nil)
    }

    private struct Key: Hashable, Comparable {
        let family: EventFamily
        let year: Int

        static func < (lhs: Key, rhs: Key) -> Bool {
            lhs.family == rhs.family ? lhs.year < rhs.year : lhs.family < rhs.family
        }
    }
}

/// Counts of one family and year while they are made.
private struct CoverageTally {
    var events = 0
    var labelled: [Horizon: Int] = [:]
    var skipped: [Horizon: [SkipReason: Int]] = [:]

    mutating func add(_ other: CoverageTally) {
        events += other.events
        labelled.merge(other.labelled, uniquingKeysWith: +)
        skipped.merge(other.skipped) { $0.merging($1, uniquingKeysWith: +) }
    }

    func row(family: EventFamily?, year: Int?) -> CoverageRow {
        CoverageRow(
            family: family,
            year: year,
            events: events,
            horizons: Horizon.allCases.map { horizon in
                CoverageCell(
                    horizon: horizon,
                    events: events,
                    labelled: labelled[horizon] ?? 0,
                    skipped: SkipCount.sorted(skipped[horizon] ?? [:])
                )
            }
        )
    }
}

extension SkipCount {
    /// Counts with the most frequent reason first, equal ones by name.
    static func sorted(_ counts: [SkipReason: Int]) -> [SkipCount] {
        counts.map { SkipCount(reason: $0.key, n: $0.value) }
            .sorted { ($1.n, $0.reason.rawValue) < ($0.n, $1.reason.rawValue) }
    }
}
