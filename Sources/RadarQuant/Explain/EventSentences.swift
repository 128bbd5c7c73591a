import Events
import Market
import Scores

/// What happened, and when it could be known.
enum EventSentences {
    static func all(_ event: MarketEvent) -> [Sentence] {
        [headline(event), kind(event)] + items(event) + summary(event) + [known(event)] + numbers(event)
            + relations(event)
    }

    /// A short name of an event for links: `AAPL 8-K of 2024-05-02`.
    static func label(ticker: String, type: EventType, day: TradingDay) -> String {
        "\(ticker) \(type.label) of \(day.iso8601)"
    }

    private static func headline(_ event: MarketEvent) -> Sentence {
        let name: Sentence = Quote.whole(event.companyName).map { " (\(quote: $0))" } ?? ""
        let link = Run.event(id: event.eventID, label: event.eventID)
        return "\(.company(ticker: event.ticker))\(name): \(quote: title(event)), stored as \(link)."
    }

    /// The stored title; the type and items in words where the title has a word that may not stand here.
    static func title(_ event: MarketEvent) -> String {
        Quote.safe(event.title)
            ?? EventTitle.of(
                event.type,
                isAmendment: event.isAmendment,
                items: event.items.compactMap { FilingItem(number: $0) }
            )
    }

    private static func kind(_ event: MarketEvent) -> Sentence {
        let type = Wording.name(of: event.type)
        let family = Wording.name(of: event.family)
        let start: Sentence =
            type == family
            ? "It belongs to the family \(label: family)"
            : "It is of the type \(label: type) and belongs to the family \(label: family)"
        return event.isAmendment ? "\(start) and amends an earlier filing." : "\(start)."
    }

    private static func items(_ event: MarketEvent) -> [Sentence] {
        let shown = title(event)
        let items = event.items.compactMap { FilingItem(number: $0) }
            .filter { !shown.contains("(\($0.number))") }
        guard !items.isEmpty else { return [] }
        let list = items.map { item -> Sentence in "\(label: item.number) (\(label: item.title))" }.joined()
        return [items.count == 1 ? "It reports item \(list)." : "It reports the items \(list)."]
    }

    private static let summaryLimit = 400

    private static func summary(_ event: MarketEvent) -> [Sentence] {
        guard event.summary.count <= summaryLimit, let text = Quote.safe(event.summary), text != event.title
        else { return [] }
        return ["\(quote: text)."]
    }

    private static func known(_ event: MarketEvent) -> Sentence {
        switch event.timePrecision {
        case .exact:
            let seconds = Int64(NewYork.offsetSeconds(at: event.knownAt))
            let wall = event.knownAt.advanced(bySeconds: seconds)
            let time = "\(wall.utcDay.iso8601) \(clock(wall.utcSecondOfDay))"
            return "The market could know it from \(label: time) New York time; the instant is known."
        case .day:
            return "Only its day is known, \(label: event.occurredOn.iso8601), "
                + "not the time, so the first session that could react may be off by one."
        }
    }

    private static func clock(_ second: Int) -> String {
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(padded(second / 3_600)):\(padded(second / 60 % 60))"
    }

    private static func numbers(_ event: MarketEvent) -> [Sentence] {
        var sentences: [Sentence] = []
        let facts = event.facts
        func perShare(_ name: String, _ value: Double) -> NumberFact {
            .measured(name, value, .plain, decimals: 2)
        }
        if let actual = facts.epsActual, let estimate = facts.epsEstimate {
            sentences.append(
                "Earnings per share were \(perShare("eps_actual", actual)), the estimate before was "
                    + "\(perShare("eps_estimate", estimate))."
            )
        } else if let actual = facts.epsActual {
            sentences.append(
                "Earnings per share were \(perShare("eps_actual", actual)); no estimate is known."
            )
        } else if let estimate = facts.epsEstimate {
            sentences.append("The estimate of earnings per share was \(perShare("eps_estimate", estimate)).")
        }
        if let surprise = facts.surprisePercent {
            let fact = NumberFact.measured("surprise", surprise, .percent, decimals: 1, isSigned: true)
            sentences.append("The source gives the surprise as \(fact) of the estimate.")
        }
        if let decision = Quote.safe(facts.decision) {
            sentences.append("The decision in the source's words: \(quote: decision).")
        }
        return sentences
    }

    private static func relations(_ event: MarketEvent) -> [Sentence] {
        var sentences: [Sentence] = []
        if let original = event.amends {
            sentences.append("It amends \(.event(id: original, label: original)).")
        }
        if let related = event.relatedEventID {
            sentences.append(
                "Another source has the same announcement as \(.event(id: related, label: related))."
            )
        }
        return sentences
    }
}
