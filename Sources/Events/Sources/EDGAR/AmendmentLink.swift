import Market

/// Finds for each amended 8-K the filing that it amends.
enum AmendmentLink {
    /// Sets `amends` where one earlier 8-K of the same report date can be told.
    ///
    /// One candidate is taken; of several, the only one that shares an item other than the exhibits. All drafts
    /// are of one company.
    static func link(_ drafts: inout [FilingDraft]) {
        var originals: [TradingDay: [Int]] = [:]
        for (index, draft) in drafts.enumerated() where draft.event.type == .sec8K {
            guard !draft.event.isAmendment, let day = draft.reportDate else { continue }
            originals[day, default: []].append(index)
        }
        for index in drafts.indices where drafts[index].event.type == .sec8K {
            guard drafts[index].event.isAmendment, let day = drafts[index].reportDate else { continue }
            let amendment = drafts[index].event
            let earlier = (originals[day] ?? []).map { drafts[$0].event }
                .filter { $0.occurredOn <= amendment.occurredOn && $0.eventID != amendment.eventID }
                .filter { !isTimed($0) || !isTimed(amendment) || $0.knownAt < amendment.knownAt }
            let sharing = earlier.filter { sharesNews($0, amendment) }
            if earlier.count == 1 {
                drafts[index].event.amends = earlier[0].eventID
            } else if sharing.count == 1 {
                drafts[index].event.amends = sharing[0].eventID
            }
        }
    }

    private static func isTimed(_ event: MarketEvent) -> Bool { event.timePrecision == .exact }

    private static func sharesNews(_ original: MarketEvent, _ amendment: MarketEvent) -> Bool {
        original.items.contains { number in
            amendment.items.contains(number) && FilingItem(number: number)?.isExhibits == false
        }
    }
}
