import Events

extension BaseScorer {
    /// Which way the rules expect the price to move: facts first, then 8-K items, then the event type.
    func opinion(on event: MarketEvent) -> RuleOpinion {
        surpriseOpinion(event.facts) ?? decisionOpinion(event.facts) ?? itemOpinion(event)
            ?? typeOpinion(event.type)
    }

    // MARK: Facts

    private func surpriseOpinion(_ facts: EventFacts) -> RuleOpinion? {
        guard let surprise = Self.surprise(facts) else { return nil }
        let rules = rules.facts
        if surprise.isInLine(band: rules.surpriseBandPercent) {
            return RuleOpinion(
                DirectionRule(direction: .neutral, confidence: .half),
                why: "Reported earnings per share were in line with the estimate."
            )
        }
        let isAbove = surprise.difference > 0
        let rule = isAbove ? rules.surpriseAbove : rules.surpriseBelow
        return RuleOpinion(
            DirectionRule(direction: isAbove ? .positive : .negative, confidence: rule.confidence),
            why: "Reported earnings per share were \(isAbove ? "above" : "below") the estimate. \(rule.why)"
        )
    }

    private struct Surprise {
        /// Has the sign of the surprise.
        let difference: Double
        /// Percent of the estimate; nil where the estimate is zero.
        let percent: Double?

        func isInLine(band: Double) -> Bool {
            difference == 0 || percent.map { abs($0) <= band } ?? false
        }
    }

    private static func surprise(_ facts: EventFacts) -> Surprise? {
        if let estimate = facts.epsEstimate, let actual = facts.epsActual, estimate.isFinite, actual.isFinite
        {
            let difference = actual - estimate
            return Surprise(
                difference: difference,
                percent: estimate == 0 ? nil : 100 * difference / abs(estimate)
            )
        }
        guard let percent = facts.surprisePercent, percent.isFinite else { return nil }
        return Surprise(difference: percent, percent: percent)
    }

    private func decisionOpinion(_ facts: EventFacts) -> RuleOpinion? {
        guard let decision = facts.decision?.lowercased() else { return nil }
        for rule in rules.facts.decisions {
            guard let phrase = rule.words.first(where: { decision.contains($0) }) else { continue }
            return RuleOpinion(rule.direction, why: "The decision reads \"\(phrase)\". \(rule.why)")
        }
        return nil
    }

    // MARK: Items and type

    private func itemOpinion(_ event: MarketEvent) -> RuleOpinion? {
        guard event.type == .sec8K else { return nil }
        let stated: [(item: FilingItem, direction: DirectionRule)] = event.items.compactMap { number in
            guard let item = FilingItem(number: number), let direction = rules.items[item]?.direction else {
                return nil
            }
            return (item, direction)
        }
        let sided = stated.filter {
            $0.direction.direction == .positive || $0.direction.direction == .negative
        }
        guard let first = sided.first else {
            return stated.first.map { RuleOpinion($0.direction, why: Self.why($0.item)) }
        }
        if sided.contains(where: { $0.direction.direction != first.direction.direction }) {
            return RuleOpinion(
                DirectionRule(direction: .uncertain, confidence: .half),
                why: "The filing's items point both ways."
            )
        }
        let strongest = sided.reduce(first) { $1.direction.confidence > $0.direction.confidence ? $1 : $0 }
        return RuleOpinion(strongest.direction, why: Self.why(strongest.item))
    }

    private static func why(_ item: FilingItem) -> String { "Item \(item.number), \(item.title)." }

    private func typeOpinion(_ type: EventType) -> RuleOpinion {
        let rule =
            rules.eventTypes[type]?.direction ?? DirectionRule(direction: .uncertain, confidence: .half)
        return RuleOpinion(rule, why: "Event type \(Wording.name(of: type)).")
    }
}
