import Events
import Market
import Models

/// What graded predictions are divided by.
public enum AccuracyGrouping: String, CaseIterable, Sendable {
    /// The event's family.
    case family
    /// The horizon.
    case horizon
    /// Calendar year of the reaction session.
    case year
    /// Calendar quarter of the reaction session.
    case quarter
    /// The event's type.
    case eventType = "event_type"
    /// The group of like events: an 8-K by its items, others by their type.
    case itemGroup = "item_group"
    /// The symbol.
    case ticker
    /// Whether the event's instant is known or only its day.
    case timePrecision = "time_precision"
    /// Part of the trading day in which the event became known.
    case phase
    /// The side that the model predicted.
    case predictedSide = "predicted_side"
    /// Probability of the predicted side.
    case confidenceBand = "confidence_band"

    /// The grouping in words.
    public var title: String {
        switch self {
        case .family: "family"
        case .horizon: "horizon"
        case .year: "year"
        case .quarter: "quarter"
        case .eventType: "event type"
        case .itemGroup: "item group"
        case .ticker: "company"
        case .timePrecision: "time precision"
        case .phase: "time of day"
        case .predictedSide: "predicted side"
        case .confidenceBand: "stated confidence, %"
        }
    }
}

/// A group's name and its place among the groups.
struct GroupKey: Hashable, Comparable {
    let order: Int
    let name: String

    init(_ name: String, order: Int = 0) {
        self.order = order
        self.name = name
    }

    /// What stands for a value that is not known.
    static let unknown = GroupKey("unknown", order: .max)

    static func < (lhs: GroupKey, rhs: GroupKey) -> Bool {
        (lhs.order, lhs.name) < (rhs.order, rhs.name)
    }
}

extension AccuracyGrouping {
    /// The group of a row.
    func key(_ row: BacktestPopulation.Row, _ event: BacktestEvent?) -> GroupKey {
        let graded = row.graded
        switch self {
        case .family: return GroupKey(graded.family.rawValue)
        case .horizon: return GroupKey(graded.cell.horizon.code, order: graded.cell.horizon.sessions)
        case .year: return GroupKey("\(row.day.civil.year)", order: row.day.civil.year)
        case .quarter:
            let quarter = CalendarPeriod(row.day, .quarter)
            return GroupKey(quarter.name, order: Int(quarter.start.daysSinceEpoch))
        case .eventType: return event.map { GroupKey($0.type.rawValue) } ?? .unknown
        case .itemGroup:
            return event.map { GroupKey($0.itemGroup.name, order: $0.itemGroup.index) } ?? .unknown
        case .ticker: return GroupKey(graded.ticker)
        case .timePrecision: return event.map { GroupKey($0.timePrecision.rawValue) } ?? .unknown
        case .phase: return event?.phase.map { GroupKey($0) } ?? .unknown
        case .predictedSide:
            switch graded.predictedSide {
            case .some(let side): return GroupKey(side > 0 ? "up" : "down", order: side > 0 ? 0 : 1)
            case nil: return GroupKey("none", order: 2)
            }
        case .confidenceBand: return Self.band(graded.confidence)
        }
    }

    private static func band(_ confidence: Double?) -> GroupKey {
        let edges = zip(ConfidenceBand.edges, ConfidenceBand.edges.dropFirst())
        for (position, (lower, upper)) in edges.enumerated() {
            guard let confidence, ConfidenceBand.holds(confidence, lower: lower, upper: upper) else {
                continue
            }
            return GroupKey(ConfidenceBand.name(lower: lower, upper: upper), order: position)
        }
        return GroupKey("none", order: .max)
    }
}

extension GradedPrediction {
    /// +1 or -1; nil where there is no probability or it is one half.
    var predictedSide: Int? {
        guard let probabilityUp, probabilityUp != 0.5 else { return nil }
        return probabilityUp > 0.5 ? 1 : -1
    }
}
