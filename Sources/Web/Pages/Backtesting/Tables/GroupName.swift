import Evaluation
import Events
import Market
import Scores

/// The name of a group of graded predictions for people.
enum GroupName {
    /// The words for a group's key.
    static func text(_ key: String, of grouping: AccuracyGrouping) -> String {
        switch grouping {
        case .family: EventFamily(rawValue: key).map(Wording.name(of:)) ?? key
        case .horizon: Horizon(code: key)?.badge ?? key
        case .eventType: EventType(rawValue: key).map(Wording.name(of:)) ?? key
        case .itemGroup: ItemGroup(name: key).map(text) ?? key
        case .phase, .timePrecision: key.replacing("_", with: " ")
        case .year, .quarter, .ticker, .predictedSide, .confidenceBand: key
        }
    }

    /// A group of like events: `8-K, item 2.02`.
    static func text(_ group: ItemGroup) -> String {
        if let type = EventType(rawValue: group.name) { return Wording.name(of: type) }
        let parts = group.name.split(separator: ":")
        guard parts.count == 2 else { return group.name }
        let items = parts[1].replacing("_", with: " ")
        return items.first?.isNumber == true ? "8-K, item \(items)" : "8-K, \(items) items"
    }

    /// The events of a return curve.
    static func text(_ group: ReturnGroup) -> String {
        switch group {
        case .all: "All events"
        case .ruleSide(let side): "Rules: \(side)"
        case .modelSide(let horizon, let side): "Model \(horizon.badge): \(side)"
        case .family(let family): Wording.name(of: family)
        case .itemGroup(let group): text(group)
        }
    }
}
