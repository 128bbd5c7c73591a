/// The group of like events that an event is compared with: an 8-K by its items, anything else by its type.
///
/// An 8-K belongs to the first group that fits, in the order of `all`: 2.02 whatever else it reports (the old
/// scheme's item 12 counts as 2.02), then 2.05, 2.01 and 3.03 whatever else, then a filing that reports nothing but
/// 5.02, 7.01, 8.01, 1.01 or 5.07, then one of exhibits only, then the rest. Exhibits (9.01) beside another item
/// do not count. Amendments belong to the group of their items.
public struct ItemGroup: Hashable, Sendable {
    /// Position of the group in `all`.
    public let index: Int

    private init(index: Int) {
        self.index = index
    }
}

extension ItemGroup {
    /// The group of an event.
    public init(of event: MarketEvent) {
        self.init(type: event.type, items: event.items)
    }

    /// The group of a type and, for an 8-K, its items in any order.
    public init(type: EventType, items: [String]) {
        index = type == .sec8K ? Self.filingGroup(items) : Self.typePositions[type] ?? Self.otherFiling
    }

    /// The group of a name; nil for any text that is not the name of a group.
    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.index = index
    }

    /// The group's name: `sec_8k:` with the items for an 8-K, else the name of the type.
    public var name: String { Self.names[index] }

    // MARK: All groups

    /// Every group in declared order.
    public static let all = names.indices.map(ItemGroup.init(index:))

    /// How many groups there are.
    public static let count = names.count

    /// Form 8-K with item 2.02, results of operations.
    public static let results = ItemGroup(index: 0)

    // MARK: Rules

    private static let leading = ["2.02", "2.05", "2.01", "3.03"]
    private static let alone = ["5.02", "7.01", "8.01", "1.01", "5.07"]
    private static let exhibits = "9.01"
    private static let oldResults = "12"
    private static let exhibitsOnly = leading.count + alone.count
    private static let otherFiling = exhibitsOnly + 1

    private static let names: [String] =
        leading.map { "sec_8k:\($0)" } + alone.map { "sec_8k:\($0)_alone" }
        + ["sec_8k:9.01_only", "sec_8k:other"]
        + EventType.allCases.filter { $0 != .sec8K }.map(\.rawValue)

    private static let typePositions: [EventType: Int] = {
        let types = EventType.allCases.filter { $0 != .sec8K }
        return Dictionary(
            uniqueKeysWithValues: types.enumerated().map { ($0.element, otherFiling + 1 + $0.offset) }
        )
    }()

    private static func filingGroup(_ items: [String]) -> Int {
        if items.contains(oldResults) { return results.index }
        for (position, item) in leading.enumerated() where items.contains(item) { return position }
        var only: String?
        for item in items where item != exhibits {
            guard only == nil || only == item else { return otherFiling }
            only = item
        }
        guard let only else { return items.isEmpty ? otherFiling : exhibitsOnly }
        guard let position = alone.firstIndex(of: only) else { return otherFiling }
        return leading.count + position
    }
}

extension ItemGroup: Comparable {
    /// Groups are ordered as declared.
    public static func < (lhs: ItemGroup, rhs: ItemGroup) -> Bool { lhs.index < rhs.index }
}

extension ItemGroup: CustomStringConvertible {
    /// The group's name.
    public var description: String { name }
}
