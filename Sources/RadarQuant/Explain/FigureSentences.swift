import Evaluation
import Models
import Scores

/// Figures in sentences that always give sample size, interval and baselines.
enum FigureSentences {
    /// One figure.
    ///
    /// - Parameters:
    ///   - figure: the figure.
    ///   - subject: what it measures, at the beginning of the sentence.
    /// - Returns: the sentence.
    static func sentence(_ figure: Figure, subject: Sentence) -> Sentence {
        let n = NumberFact.count("n", figure.n)
        guard let value = figure.value else {
            return "\(subject), \(word: words(figure.kind)): not defined on \(n) events."
        }
        guard figure.n >= KindHistory.minimumEvents else {
            return
                "\(subject), \(word: words(figure.kind)): only \(n) graded "
                + "\(word: figure.n == 1 ? "event" : "events"), too few to conclude from."
        }
        let name = figure.key.split(separator: ".").suffix(2).joined(separator: "_")
        let companies = NumberFact.count("companies", figure.companies)
        let days = NumberFact.count("event_days", figure.days)
        var sentence: Sentence =
            "\(subject), \(word: words(figure.kind)): \(number(name, value, figure)) on \(n) events "
            + "(\(companies) companies, \(days) event days), \(interval(figure, name: name))"
        let baselines = baselines(figure, name: name)
        if !baselines.isEmpty { sentence = sentence + "; on the same events \(baselines.joined())" }
        if let least = figure.minimumDetectable {
            sentence =
                sentence
                + "; the interval includes the first of these, and a true difference below "
                + "\(difference("minimum_detectable", least, figure)) would likely go unseen"
        }
        return "\(sentence)."
    }

    private static func interval(_ figure: Figure, name: String) -> Sentence {
        guard let lower = figure.lower, let upper = figure.upper else {
            return "without an interval, since the events are of too few days or companies"
        }
        let level = NumberFact.measured("interval_level", 100 * figure.confidence, .percent, decimals: 0)
        return "\(level) interval \(number("\(name)_lower", lower, figure)) to "
            + "\(number("\(name)_upper", upper, figure))"
    }

    private static func baselines(_ figure: Figure, name: String) -> [Sentence] {
        figure.baselines.compactMap { baseline in
            baseline.value.map { value -> Sentence in
                let fact = number("\(name)_\(baseline.name)", value, figure, n: baseline.n)
                guard baseline.n != figure.n else { return "\(word: words(baseline)) gives \(fact)" }
                return
                    "\(word: words(baseline)) gives \(fact) on \(NumberFact.count("baseline_n", baseline.n)) "
                    + "of them"
            }
        }
    }

    // MARK: Numbers

    /// A value in the figure's unit; only percentage points need a word behind the number.
    private static func number(
        _ name: String,
        _ value: Double,
        _ figure: Figure,
        n: Int? = nil
    ) -> Sentence {
        let n = n ?? figure.n
        return switch figure.unit {
        case .fraction: "\(NumberFact.share(name, value, n: n))"
        case .impactPoints: "\(NumberFact.meanPoints(name, value, n: n)) points"
        case .percentagePoints:
            "\(NumberFact.measured(name, value, .percentagePoints, decimals: 1, n: n)) percentage points"
        case .brier, .nats, .correlation:
            "\(NumberFact.measured(name, value, .plain, decimals: n < 1_000 ? 2 : 3, n: n))"
        }
    }

    private static func difference(_ name: String, _ value: Double, _ figure: Figure) -> Sentence {
        guard figure.unit == .fraction else { return number(name, value, figure) }
        let decimals = Digits.share(figure.n)
        let fact = NumberFact.measured(name, 100 * value, .percentagePoints, decimals: decimals, n: figure.n)
        return "\(fact) percentage points"
    }

    // MARK: Words

    static func words(_ kind: SampleKind) -> String {
        switch kind {
        case .walkForward: "walk-forward, out of sample"
        case .lockBox: "lock-box, looked at once per version"
        case .live: "live, predicted before the outcome"
        }
    }

    private static func words(_ baseline: Baseline) -> String {
        switch baseline.name {
        case "majority_class": "the majority class"
        case "rule_direction": "the rules' direction"
        case "base_score": "the base score"
        case "item_group_median": "the median of the kind"
        case "base_rate": "the base rate"
        case "chance": "chance"
        case "nominal": "the nominal value"
        default: baseline.name.replacing("_", with: " ")
        }
    }
}
