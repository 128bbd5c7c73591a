import Market

/// Reads years and days that bound the events of a question.
enum PeriodReader {
    /// First and last day; nil where there is no bound.
    struct Period: Equatable {
        var since: TradingDay?
        var until: TradingDay?
    }

    /// The period of the words: `in 2019`, `since 2020-03-01`, `before 2015`, `between 2018 and 2020`.
    static func period(in words: [QuestionWord]) -> Period {
        let spans = words.indices.compactMap { index -> (before: String, span: Period)? in
            span(words[index].lower).map { (index > 0 ? words[index - 1].lower : "", $0) }
        }
        guard let first = spans.first else { return Period() }
        if spans.count > 1, let last = spans.dropFirst().first {
            let starts = [first.span.since, last.span.since].compactMap { $0 }
            let ends = [first.span.until, last.span.until].compactMap { $0 }
            return Period(since: starts.min(), until: ends.max())
        }
        switch first.before {
        case "since", "from": return Period(since: first.span.since, until: nil)
        case "after": return Period(since: first.span.until?.advanced(byDays: 1), until: nil)
        case "before": return Period(since: nil, until: first.span.since?.advanced(byDays: -1))
        case "until", "till", "to", "through": return Period(since: nil, until: first.span.until)
        default: return first.span
        }
    }

    private static func span(_ word: String) -> Period? {
        if let day = TradingDay(iso8601: word) { return Period(since: day, until: day) }
        guard word.count == 4, let year = Int(word), (1_980...2_100).contains(year) else { return nil }
        return Period(
            since: TradingDay(year: year, month: 1, day: 1),
            until: TradingDay(year: year, month: 12, day: 31)
        )
    }
}

/// Reads a horizon: `5d`, `5-day`, `5 days`, `one day`, `a week`, `a month`.
enum HorizonReader {
    /// The first horizon of the words; nil where they name none that exists.
    static func horizon(in words: [QuestionWord]) -> Horizon? {
        for (index, word) in words.enumerated() {
            if let horizon = Horizon(code: word.lower) { return horizon }
            let parts = word.lower.split(separator: "-").map(String.init)
            if parts.count >= 2, isDay(parts[1]), let horizon = number(parts[0]) { return horizon }
            guard index + 1 < words.count, let horizon = number(word.lower) else { continue }
            let next = words[index + 1].stem
            if isDay(next) || (next == "trading" && index + 2 < words.count && isDay(words[index + 2].stem)) {
                return horizon
            }
        }
        if words.contains(anyPhrase: ["next day", "same day", "day after"]) { return .oneDay }
        if words.contains(anyPhrase: ["a week", "one week", "within the week"]) { return .fiveDay }
        if words.contains(anyPhrase: ["a month", "one month"]) { return .twentyDay }
        return nil
    }

    private static func isDay(_ word: String) -> Bool {
        ["day", "days", "session", "sessions"].contains(word)
    }

    private static func number(_ word: String) -> Horizon? {
        let values = ["one": 1, "five": 5, "twenty": 20]
        return (Int(word) ?? values[word]).flatMap(Horizon.init(rawValue:))
    }
}

/// Reads how many lines are wanted.
enum LimitReader {
    /// The number behind `last`, `latest` or `top`, 1...10; nil where there is none.
    static func limit(in words: [QuestionWord]) -> Int? {
        for (index, word) in words.enumerated().dropLast() {
            guard ["last", "latest", "top", "recent", "biggest", "largest"].contains(word.lower),
                let value = Int(words[index + 1].lower), value > 0, value < 1_000
            else { continue }
            return min(value, 10)
        }
        return nil
    }
}
