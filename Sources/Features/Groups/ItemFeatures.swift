import Events

extension EventFeatures {
    /// Items of an 8-K; an 8-K whose items are unknown has none of these, another type has 0.
    static let items: [Feature<EventFacets>] =
        currentItems.map { item in
            Feature(
                "item_\(item.replacing(".", with: "_"))",
                "Whether an 8-K reports item \(item)",
                .indicator,
                .event
            ) { reports(item, $0.event) }
        }
        + oldItems.map { item, meaning in
            Feature(
                "item_old_\(item)",
                "Whether an 8-K of the scheme before 2004-08-23 reports item \(item) (\(meaning))",
                .indicator,
                .event
            ) { reports(item, $0.event) }
        } + [
            Feature("item_count", "Items that an 8-K reports", .count, .event) {
                itemsAreUnknown($0.event) ? .nan : Double($0.event.items.count)
            }
        ]

    private static let currentItems = [
        "1.01", "1.02", "1.03", "1.05", "2.01", "2.02", "2.03", "2.04", "2.05", "2.06", "3.01", "3.02",
        "3.03",
        "4.01", "4.02", "5.01", "5.02", "5.03", "5.07", "7.01", "8.01", "9.01",
    ]

    private static let oldItems = [
        ("2", "acquisition or disposition"), ("5", "other events"), ("7", "exhibits"),
        ("9", "Regulation FD"), ("12", "results of operations"),
    ]

    private static func itemsAreUnknown(_ event: MarketEvent) -> Bool {
        event.type == .sec8K && event.items.isEmpty
    }

    private static func reports(_ item: String, _ event: MarketEvent) -> Double {
        itemsAreUnknown(event) ? .nan : event.items.contains(item).indicator
    }
}
