public import Events
public import Market
import Models

/// Mean abnormal returns around events, session by session.
public struct ReturnCurve: Sendable, Equatable {
    /// Which events.
    public let group: ReturnGroup
    /// Events with every return of the window.
    public let n: Int
    /// Companies among them.
    public let companies: Int
    /// Event days among them.
    public let days: Int
    /// The sessions of the window, the reaction session being 0; empty below 20 events.
    public let points: [ReturnPoint]
}

/// One session of a curve.
public struct ReturnPoint: Sendable, Equatable {
    /// Sessions after the reaction session; negative before it.
    public let session: Int
    /// Mean cumulative abnormal return since the window's first session (CAAR), percentage points.
    public let cumulative: BandedValue
    /// Mean size of the session's abnormal return over the stock's usual daily one, 1 for an ordinary day; nil where it
    /// is known for fewer than 20 events.
    public let relativeMove: BandedValue?
}

/// A mean with its 95 % interval, clustered by event day.
public struct BandedValue: Sendable, Hashable {
    /// The mean.
    public let value: Double
    /// Lower end; nil below two event days.
    public let lower: Double?
    /// Upper end; nil below two event days.
    public let upper: Double?
    /// Events.
    public let n: Int
}

/// Events that a curve is about.
public enum ReturnGroup: Sendable, Hashable {
    /// All events.
    case all
    /// Events for which the rules named a direction: `positive`, `negative`, `neutral` or `uncertain`.
    case ruleSide(String)
    /// Events with an out-of-sample prediction of a side, `up` or `down`, at a horizon.
    case modelSide(Horizon, String)
    /// Events of one family.
    case family(EventFamily)
    /// Events of one group of like events.
    case itemGroup(ItemGroup)

    /// The sort of group: `all`, `rule_side`, `model_side`, `family` or `item_group`.
    public var kind: String {
        switch self {
        case .all: "all"
        case .ruleSide: "rule_side"
        case .modelSide: "model_side"
        case .family: "family"
        case .itemGroup: "item_group"
        }
    }

    /// The group's name within its sort, for example `positive`, `5d up` or `sec_8k:2.02`.
    public var name: String {
        switch self {
        case .all: "all"
        case .ruleSide(let side): side
        case .modelSide(let horizon, let side): "\(horizon.code) \(side)"
        case .family(let family): family.rawValue
        case .itemGroup(let group): group.name
        }
    }
}
