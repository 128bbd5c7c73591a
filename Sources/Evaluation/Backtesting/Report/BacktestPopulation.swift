import Events
import Market
import Models

/// The graded predictions that the backtest counts, each event once for a horizon and kind.
struct BacktestPopulation: Sendable, Equatable {
    /// One prediction with its event.
    struct Row: Sendable, Equatable {
        let graded: GradedPrediction
        /// Position in `events`; nil where the event is not among the stored ones.
        let event: Int?
        /// Day of the reaction session.
        let day: TradingDay
    }

    let rows: [Row]
    let events: [BacktestEvent]
    /// Number of predictions of each slot and kind, all of them and not only those that count here.
    private let sizes: [Population: Int]

    private struct Population: Hashable {
        let cell: Cell
        let kind: SampleKind
    }

    init(_ input: BacktestInput) {
        let serving = ServingSlots(input.models)
        var slots: [BacktestScope: Cell?] = [:]
        var positions: [String: Int] = [:]
        positions.reserveCapacity(input.events.count)
        for (position, event) in input.events.enumerated() { positions[event.eventID] = position }
        var sizes: [Population: Int] = [:]
        var rows: [Row] = []
        for graded in input.predictions {
            sizes[Population(cell: graded.cell, kind: graded.kind), default: 0] += 1
            let scope = BacktestScope(family: graded.family, horizon: graded.cell.horizon)
            if slots[scope] == nil {
                slots[scope] = .some(serving.slot(graded.family, graded.cell.horizon))
            }
            guard slots[scope] == graded.cell,
                (0..<input.calendar.sessionCount).contains(graded.reactionSession)
            else { continue }
            rows.append(
                Row(
                    graded: graded,
                    event: positions[graded.eventID],
                    day: input.calendar.day(ofSession: graded.reactionSession)
                )
            )
        }
        self.rows = rows
        self.sizes = sizes
        events = input.events
    }

    /// The event of a row; nil where it is not among the stored ones.
    func event(_ row: Row) -> BacktestEvent? { row.event.map { events[$0] } }

    /// The rows of a scope that were made in one way.
    func rows(_ scope: BacktestScope, _ kind: SampleKind) -> [Row] {
        rows.filter { $0.graded.kind == kind && scope.holds($0.graded) }
    }

    /// The name under which rows are resampled: that of their slot where they are all of it, so that this report and the
    /// monitoring report show one figure and not two, else the given one.
    func name(_ rows: [Row], kind: SampleKind, otherwise name: String) -> String {
        guard let cell = rows.first?.graded.cell, rows.count == sizes[Population(cell: cell, kind: kind)],
            rows.allSatisfy({ $0.graded.cell == cell && $0.graded.kind == kind })
        else { return "backtest:\(name)" }
        return cell.key
    }
}
