public import Market
import Models
import Outcomes

/// How many stored events reach a graded prediction at a horizon, and where the others are lost.
public struct OutcomeFunnel: Sendable, Equatable {
    /// The horizon.
    public let horizon: Horizon
    /// The stages, each a part of the one before.
    public let stages: [FunnelStage]
    /// Events whose newest live score a model moved, and why it did not move the others; nil without live scores.
    public let live: FunnelStage?
}

/// One stage of a funnel.
public struct FunnelStage: Sendable, Equatable {
    /// What events are in it for.
    public enum Name: String, CaseIterable, Sendable {
        /// Stored.
        case stored
        /// The exchange calendar knows their reaction session.
        case onCalendar = "on_calendar"
        /// With a label.
        case labelled
        /// With a realized impact.
        case withImpact = "with_impact"
        /// With a graded out-of-sample prediction.
        case predicted
        /// With a live score that a model moved.
        case applied
    }

    /// The stage.
    public let name: Name
    /// Events in it.
    public let n: Int
    /// What became of the others of the stage before, the most frequent reason first.
    public let lost: [LostCount]
}

/// How many events were lost for one reason.
public struct LostCount: Sendable, Hashable {
    /// The reason: of the skip ledger, of a score without a model, or of the stage itself.
    public let reason: String
    /// Events.
    public let n: Int

    /// Creates a count.
    public init(reason: String, n: Int) {
        self.reason = reason
        self.n = n
    }

    /// Counts with the most frequent reason first, equal ones by name; reasons without events are left out.
    static func sorted(_ counts: [String: Int]) -> [LostCount] {
        counts.filter { $0.value > 0 }.map { LostCount(reason: $0.key, n: $0.value) }
            .sorted { ($1.n, $0.reason) < ($0.n, $1.reason) }
    }
}

extension OutcomeFunnel {
    /// Follows the events of a horizon.
    init(_ horizon: Horizon, _ input: BacktestInput, population: BacktestPopulation) {
        let count = input.events.count
        var label = [BacktestLabel?](repeating: nil, count: count)
        for entry in input.labels where entry.horizon == horizon && label.indices.contains(entry.event) {
            label[entry.event] = entry
        }
        var reason = [String?](repeating: nil, count: count)
        for skip in input.skips where skip.horizon == horizon && reason.indices.contains(skip.event) {
            reason[skip.event] = skip.reason.rawValue
        }
        var isPredicted = [Bool](repeating: false, count: count)
        for row in population.rows where row.graded.cell.horizon == horizon && row.graded.kind != .live {
            if let event = row.event, row.graded.predictedImpact != nil { isPredicted[event] = true }
        }
        let onCalendar = input.events.indices.filter { input.events[$0].reactionSession != nil }
        let labelled = onCalendar.filter { label[$0] != nil }
        let ranked = labelled.filter { label[$0]?.hasImpact == true }
        let predicted = ranked.filter { isPredicted[$0] }
        var unlabelled: [String: Int] = [:]
        for event in onCalendar where label[event] == nil {
            unlabelled[reason[event] ?? "not_attempted", default: 0] += 1
        }
        stages = [
            FunnelStage(name: .stored, n: count, lost: []),
            FunnelStage(
                name: .onCalendar,
                n: onCalendar.count,
                lost: LostCount.sorted(["outside_calendar": count - onCalendar.count])
            ),
            FunnelStage(name: .labelled, n: labelled.count, lost: LostCount.sorted(unlabelled)),
            FunnelStage(
                name: .withImpact,
                n: ranked.count,
                lost: LostCount.sorted([
                    SkipReason.insufficientHistory.rawValue: labelled.count - ranked.count
                ])
            ),
            FunnelStage(
                name: .predicted,
                n: predicted.count,
                lost: LostCount.sorted(["not_out_of_sample": ranked.count - predicted.count])
            ),
        ]
        self.horizon = horizon
        let scores = input.liveScores.filter { $0.horizon == horizon }
        live = scores.isEmpty ? nil : Self.applied(scores)
    }

    private static func applied(_ scores: [LiveScoreCount]) -> FunnelStage {
        var refused: [String: Int] = [:]
        var n = 0
        for score in scores {
            if let reason = score.notAppliedReason {
                refused[reason, default: 0] += score.n
            } else {
                n += score.n
            }
        }
        return FunnelStage(name: .applied, n: n, lost: LostCount.sorted(refused))
    }
}
