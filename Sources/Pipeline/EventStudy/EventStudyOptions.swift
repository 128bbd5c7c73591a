public import Events
public import Market
public import Outcomes

/// What the events of a study are grouped by.
public enum EventStudyGrouping: String, Sendable, Hashable, CaseIterable {
    /// One group of all events.
    case all
    /// The family of the event.
    case family
    /// Each item of a filing; a filing with several items stands in several groups.
    case item
    /// The company's sector.
    case sector
    /// Before the open, in the session or after the close; events whose time is exact alone.
    case time
    /// The direction of the rules' base score; events that have one alone.
    case side
}

/// Which events a study is about and how it is done.
public struct EventStudyOptions: Sendable, Equatable {
    /// Families; empty for all.
    public var families: Set<EventFamily>
    /// Numbers of filing items, of which an event needs one; empty for all.
    public var items: Set<String>
    /// The window.
    public var window: EventWindow
    /// The model of usual returns.
    public var model: AbnormalReturnModel
    /// The grouping.
    public var grouping: EventStudyGrouping
    /// First day of the events; nil for no bound.
    public var since: TradingDay?
    /// Last day of the events; nil for no bound.
    public var until: TradingDay?

    /// Creates options; the defaults are the market model over the day before to the day after, by family.
    public init(
        families: Set<EventFamily> = [],
        items: Set<String> = [],
        window: EventWindow = EventWindow(first: -1, last: 1),
        model: AbnormalReturnModel = .market,
        grouping: EventStudyGrouping = .family,
        since: TradingDay? = nil,
        until: TradingDay? = nil
    ) {
        self.families = families
        self.items = items
        self.window = window
        self.model = model
        self.grouping = grouping
        self.since = since
        self.until = until
    }

    /// Whether the study is about an event.
    func include(_ event: MarketEvent) -> Bool {
        (families.isEmpty || families.contains(event.family))
            && (items.isEmpty || !items.isDisjoint(with: event.items))
            && since.map { event.occurredOn >= $0 } ?? true
            && until.map { event.occurredOn <= $0 } ?? true
    }
}
