import Market
import Scores

/// What prices did after the stored events of one kind, never more than their number supports.
enum HistorySentences {
    /// The history of an event's kind: of its company first, then of all companies, by horizon.
    static func earlier(_ facts: ExplanationFacts) -> [Sentence] {
        guard !facts.histories.isEmpty else { return ["No earlier event of this kind has a known outcome."] }
        let sorted = facts.histories.sorted {
            ($0.ticker == nil ? 1 : 0, $0.horizon) < ($1.ticker == nil ? 1 : 0, $1.horizon)
        }
        var cited: Set<String> = []
        let own = sorted.filter { $0.ticker != nil }
        let all = sorted.filter { $0.ticker == nil }
        return told(own, isEarlier: true, cited: &cited) + told(all, isEarlier: true, cited: &cited)
    }

    /// Histories of one company, or of all, at several horizons; one sentence where there is nothing at any.
    static func told(_ histories: [KindHistory], isEarlier: Bool, cited: inout Set<String>) -> [Sentence] {
        if histories.count > 1, let first = histories.first, histories.allSatisfy({ $0.n == 0 }) {
            return ["No \(subject(first, isEarlier: isEarlier)) have a known outcome."]
        }
        var sentences: [Sentence] = []
        for history in histories { sentences += Self.sentences(history, isEarlier: isEarlier, cited: &cited) }
        return sentences
    }

    /// One history; events that were cited before are not cited again.
    ///
    /// - Parameters:
    ///   - history: the history.
    ///   - isEarlier: whether its events came before another one.
    ///   - cited: keys of events that were cited already; those cited here are added.
    /// - Returns: one or two sentences.
    static func sentences(_ history: KindHistory, isEarlier: Bool, cited: inout Set<String>) -> [Sentence] {
        let badge = Wording.badge(history.horizon)
        guard history.n > 0 else {
            return ["\(label: badge): no \(subject(history, isEarlier: isEarlier)) have a known outcome."]
        }
        guard history.n >= KindHistory.minimumEvents else {
            return [few(history, badge: badge, isEarlier: isEarlier, cited: &cited)]
        }
        // A few events of all companies, out of hundreds, explain nothing beside those of the company itself.
        let isLinked = history.ticker != nil || cited.isEmpty
        let latest = isLinked ? links(history, cited: &cited) : nil
        return [figures(history, badge: badge, isEarlier: isEarlier)]
            + (latest.map { ["The latest of them: \($0)."] } ?? [])
    }

    private static func subject(_ history: KindHistory, isEarlier: Bool) -> Sentence {
        let kind: Sentence = "\(word: isEarlier ? "earlier " : "")\(history.kind.words)"
        guard let ticker = history.ticker else { return "\(kind) of any company" }
        return "\(kind) of \(.company(ticker: ticker))"
    }

    private static func few(
        _ history: KindHistory,
        badge: String,
        isEarlier: Bool,
        cited: inout Set<String>
    ) -> Sentence {
        let count = NumberFact.count("history_events", history.n)
        let events: String =
            history.n == 1 ? "event of this kind has" : "events of this kind have"
        let start: Sentence =
            "\(label: badge): only \(count) \(word: isEarlier ? "earlier " : "")\(word: events) a known "
            + "outcome (\(subject(history, isEarlier: isEarlier))); too few to conclude from"
        return links(history, cited: &cited).map { "\(start): \($0)." } ?? "\(start)."
    }

    private static func figures(_ history: KindHistory, badge: String, isEarlier: Bool) -> Sentence {
        let n = history.n
        var start: Sentence =
            "\(label: badge): \(NumberFact.count("history_events", n)) "
            + "\(subject(history, isEarlier: isEarlier)) have a known outcome"
        if history.ticker == nil {
            start = start + ", from \(NumberFact.count("history_companies", history.companies)) companies"
        }
        var parts: [Sentence] = []
        if let mean = history.meanImpact {
            let fact = NumberFact.meanPoints("history_mean_impact", mean, n: n)
            let median = history.medianImpact.map { value -> Sentence in
                " (median \(NumberFact.meanPoints("history_median_impact", value, n: n)))"
            }
            parts.append("mean realized impact \(fact) points\(median ?? "")")
        }
        if let move = history.meanAbsMovePercent {
            let fact = NumberFact.measured("history_mean_move", move, .percent, decimals: 1, n: n)
            parts.append("mean size of the move against the benchmark \(fact)")
        }
        if let share = share(history) { parts.append(share) }
        return parts.isEmpty ? "\(start)." : "\(start): \(parts.joined())."
    }

    private static func share(_ history: KindHistory) -> Sentence? {
        guard let up = history.shareUp else { return nil }
        let n = history.n
        let coin = NumberFact.measured("coin", 50, .percent, decimals: 0)
        let start: Sentence = "above the benchmark in \(NumberFact.share("history_share_up", up, n: n))"
        guard let lower = history.shareUpLower, let upper = history.shareUpUpper else {
            return "\(start), where a coin gives \(coin)"
        }
        let level = NumberFact.measured("interval_level", 95, .percent, decimals: 0)
        return "\(start) (\(level) interval \(NumberFact.share("history_share_up_lower", lower, n: n)) to "
            + "\(NumberFact.share("history_share_up_upper", upper, n: n)), a coin gives \(coin))"
    }

    private static let shownEvents = 5

    private static func links(_ history: KindHistory, cited: inout Set<String>) -> Sentence? {
        let ids = history.eventIDs.prefix(shownEvents).filter { cited.insert($0).inserted }
        guard !ids.isEmpty else { return nil }
        return ids.map { id -> Sentence in "\(.event(id: id, label: id))" }.joined()
    }
}
