public import Events

/// Which events a question or a history is about.
public enum EventKind: Sendable, Hashable {
    /// All events.
    case all
    /// The events of a family.
    case family(EventFamily)
    /// The events of a type.
    case type(EventType)
    /// The 8-K filings that report an item.
    case item(FilingItem)
    /// Events that are compared with each other: an 8-K by its items, anything else by its type.
    case group(ItemGroup)
}

extension EventKind {
    /// The kind that an event is compared with.
    public static func like(_ event: MarketEvent) -> EventKind {
        event.type == .sec8K ? .group(ItemGroup(of: event)) : .type(event.type)
    }

    /// Whether an event of a type and, for an 8-K, its items is of this kind.
    public func contains(type: EventType, items: [String]) -> Bool {
        switch self {
        case .all: true
        case .family(let family): type.family == family
        case .type(let own): type == own
        case .item(let item): type == .sec8K && items.contains(item.number)
        case .group(let group): ItemGroup(type: type, items: items) == group
        }
    }

    /// The family that all events of the kind belong to; nil where there are several.
    public var family: EventFamily? {
        switch self {
        case .all: nil
        case .family(let family): family
        case .type(let type): type.family
        case .item: .sec8K
        case .group(let group): group.type.family
        }
    }
}

extension ItemGroup {
    /// The type of the group's events.
    var type: EventType { EventType(rawValue: name) ?? .sec8K }

    /// The item that names a group of 8-K filings and how; nil for other types and for filings of other
    /// items.
    var naming: (item: FilingItem, manner: String)? {
        guard let colon = name.firstIndex(of: ":") else { return nil }
        let parts = name[name.index(after: colon)...].split(separator: "_")
        guard let number = parts.first, let item = FilingItem(number: number) else { return nil }
        return (item, parts.count > 1 ? String(parts[1]) : "")
    }
}
