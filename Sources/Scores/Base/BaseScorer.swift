public import Events

/// Computes base scores from rules: event and point-in-time facts in, score with breakdown out.
///
/// Total and pure: every event type has base points, and the same event, context and rules give the same score.
public struct BaseScorer: Sendable {
    /// The rules.
    public let rules: ScoringRules

    /// Creates a scorer from validated rules.
    public init(rules: ScoringRules) {
        self.rules = rules
    }

    /// The base score of an event.
    ///
    /// Points of the event type and its 8-K items, times the multipliers of sector and size, plus the points of
    /// circumstances, kept inside 0...100.
    public func score(_ event: MarketEvent, context: ScoringContext = ScoringContext()) -> BaseScore {
        var sum = FactorSum()
        if let rule = rules.eventTypes[event.type] {
            sum.add("event_type:\(event.type.rawValue)", .eventType, rule.points, rule.why)
        }
        addItems(of: event, to: &sum)
        addSector(of: event, context, to: &sum)
        addSize(context, to: &sum)
        addEarnings(of: event, context, to: &sum)
        addDuplicate(context, to: &sum)
        addVolatility(context, to: &sum)
        addSession(context, to: &sum)
        let score = sum.closeInsideScale()
        return BaseScore(
            score: score,
            breakdown: sum.factors,
            notes: sum.notes,
            opinion: opinion(on: event),
            rulesVersion: rules.version
        )
    }

    // MARK: Items

    /// The item with most points leads; each other adds what it adds beside a leading one.
    private func addItems(of event: MarketEvent, to sum: inout FactorSum) {
        guard event.type == .sec8K else { return }
        if event.items.isEmpty { sum.notes.append("The filing's items are unknown, so no item adds points.") }
        var known: [(item: FilingItem, rule: ItemRule)] = []
        for number in event.items {
            if let item = FilingItem(number: number), let rule = rules.items[item] {
                known.append((item, rule))
            } else {
                sum.notes.append("Item \(number) has no rule, so it adds no points.")
            }
        }
        let news = known.filter { !$0.rule.onlyAlone }
        let candidates = news.isEmpty ? known : news
        let leading = candidates.max { left, right in
            (left.rule.points, right.item.number) < (right.rule.points, left.item.number)
        }
        guard let leading else { return }
        sum.add(
            "item:\(leading.item.number)",
            .items,
            leading.rule.points,
            Self.why(leading.item, leading.rule)
        )
        for (item, rule) in candidates where item != leading.item {
            sum.add("item:\(item.number)", .items, rule.alsoPoints, Self.why(item, rule))
        }
    }

    private static func why(_ item: FilingItem, _ rule: ItemRule) -> String {
        "Item \(item.number), \(item.title). \(rule.why)"
    }

    // MARK: Multipliers

    private func addSector(
        of event: MarketEvent,
        _ context: ScoringContext,
        to sum: inout FactorSum
    ) {
        guard let sector = context.sector else {
            sum.notes.append("The sector is unknown, so it adds no points.")
            return
        }
        for rule in rules.sectors
        where rule.sectors.contains(sector) && rule.eventTypes.contains(event.type) {
            sum.multiply("sector:\(rule.id)", .sector, by: rule.multiplier, rule.why)
        }
    }

    private func addSize(_ context: ScoringContext, to sum: inout FactorSum) {
        guard let size = context.sizeClass else {
            sum.notes.append("The company's size is unknown, so it adds no points.")
            return
        }
        guard let rule = rules.sizes[size] else { return }
        sum.multiply("size:\(size.rawValue)", .size, by: rule.multiplier, rule.why)
    }

    // MARK: Circumstances

    private func addEarnings(of event: MarketEvent, _ context: ScoringContext, to sum: inout FactorSum) {
        let isEarnings = isEarnings(event)
        switch (context.earningsWithinFiveDays, isEarnings) {
        case (nil, _):
            sum.notes.append(
                "Whether earnings came out within five days before is unknown, so it adds no points."
            )
        case (true?, true):
            let rule = rules.context.earningsAgainWithinFiveDays
            sum.add("context:earnings_again_within_five_days", .context, rule.points, rule.why)
        case (true?, false):
            let rule = rules.context.earningsWithinFiveDays
            sum.add("context:earnings_within_five_days", .context, rule.points, rule.why)
        case (false?, _): break
        }
        if isEarnings { return }
        guard let areDue = context.earningsDueWithinFiveDays else {
            sum.notes.append("Whether earnings were due within five days is unknown, so it adds no points.")
            return
        }
        guard areDue else { return }
        let rule = rules.context.earningsDueWithinFiveDays
        sum.add("context:earnings_due_within_five_days", .context, rule.points, rule.why)
    }

    private func isEarnings(_ event: MarketEvent) -> Bool {
        rules.context.earningsTypes.contains(event.type)
            || event.items.contains { number in
                FilingItem(number: number).map(rules.context.earningsItems.contains) ?? false
            }
    }

    private func addDuplicate(_ context: ScoringContext, to sum: inout FactorSum) {
        guard let isDuplicate = context.isDuplicate else {
            sum.notes.append("Whether the event repeats another is unknown, so it adds no points.")
            return
        }
        guard isDuplicate else { return }
        sum.add("context:duplicate", .context, rules.context.duplicate.points, rules.context.duplicate.why)
    }

    private func addVolatility(_ context: ScoringContext, to sum: inout FactorSum) {
        guard let regime = context.volatilityRegime else {
            sum.notes.append("The market's volatility regime is unknown, so it adds no points.")
            return
        }
        guard let rule = rules.context.volatility[regime] else { return }
        sum.add("context:volatility_\(regime.rawValue)", .context, rule.points, rule.why)
    }

    private func addSession(_ context: ScoringContext, to sum: inout FactorSum) {
        guard let session = context.session else {
            sum.notes.append("The time of day is unknown, so it adds no points.")
            return
        }
        guard let rule = rules.context.session[session] else { return }
        sum.add("context:session_\(session.rawValue)", .context, rule.points, rule.why)
    }
}
