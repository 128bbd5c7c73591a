import Evaluation
import Markup
import Statistics

/// A figure of an evaluation in the words and digits of its unit.
struct FigureText: Sendable {
    /// The figure.
    let figure: Figure

    /// A figure's text.
    init(_ figure: Figure) {
        self.figure = figure
    }

    /// The value with its unit: `58.2 %`, `24.6 points`, `0.249`; `–` where the data do not define it.
    var value: String { Self.text(figure.value, unit: figure.unit, n: figure.n) }

    /// The interval without a unit: `54.1 to 62.2`; nil where there is none.
    var interval: String? {
        guard let lower = figure.lower, let upper = figure.upper else { return nil }
        return "\(Self.number(lower, unit: figure.unit, n: figure.n)) to "
            + Self.number(upper, unit: figure.unit, n: figure.n)
    }

    /// What it rests on: `n 7,563, 73 companies, 2,109 days`.
    var basis: String {
        "n \(NumberText.count(figure.n)), \(NumberText.count(figure.companies, "company", "companies")), "
            + NumberText.count(figure.days, "day", "days")
    }

    /// The baselines: `majority class 51.0 %; rule direction 50.4 %`; empty without any.
    var baselines: String {
        figure.baselines.map { baseline in
            let name = Self.baselineName(baseline.name)
            let value = Self.text(baseline.value, unit: figure.unit, n: figure.n)
            return baseline.n == figure.n || baseline.value == nil
                ? "\(name) \(value)" : "\(name) \(value) (n \(NumberText.count(baseline.n)))"
        }
        .joined(separator: "; ")
    }

    // MARK: Words

    /// A number in the digits of a unit, with the unit's name.
    static func text(_ value: Double?, unit: FigureUnit, n: Int) -> String {
        let number = number(value, unit: unit, n: n)
        guard number != NumberText.missing else { return number }
        switch unit {
        case .fraction: return "\(number)\u{A0}%"
        case .impactPoints: return "\(number) points"
        case .percentagePoints: return "\(number)\u{A0}pp"
        case .brier, .nats, .correlation: return number
        }
    }

    /// A number in the digits of a unit, without the unit's name.
    static func number(_ value: Double?, unit: FigureUnit, n: Int) -> String {
        switch unit {
        case .fraction: NumberText.decimal(value.map { $0 * 100 }, decimals: n < 100 ? 0 : 1)
        case .impactPoints: NumberText.decimal(value, decimals: 1)
        case .percentagePoints: NumberText.decimal(value, decimals: 1)
        case .brier, .nats: NumberText.decimal(value, decimals: 3)
        case .correlation: NumberText.decimal(value, decimals: 2)
        }
    }

    /// A baseline's name in words.
    static func baselineName(_ code: String) -> String {
        switch code {
        case "majority_class": "majority class"
        case "rule_direction": "direction of the rules"
        case "base_score": "base score"
        case "item_group_median": "median of the item group"
        case "base_rate": "base rate"
        case "chance": "chance"
        case "nominal": "nominal"
        default: code
        }
    }
}

extension HTMLWriter {
    /// A figure in a line: value, interval, what it rests on, and the baselines.
    mutating func figure(_ figure: Figure, baselines: Bool = true) {
        let text = FigureText(figure)
        self.text(text.value)
        if let interval = text.interval {
            self.text(" ")
            element("span", ["class": "interval"], text: "(\(interval))")
        }
        self.text(" ")
        element("span", ["class": "of"], text: text.basis)
        if baselines, !figure.baselines.isEmpty {
            self.text(" ")
            element("span", ["class": "of"], text: "against \(text.baselines)")
        }
    }
}

extension Stat {
    /// A figure for a row: value, and interval, basis and baselines below.
    init(_ label: String, _ figure: Figure) {
        let text = FigureText(figure)
        self.init(
            label,
            text.value,
            note: HTMLFragment { html in
                if let interval = text.interval {
                    html.element("span", ["class": "interval"], text: interval)
                    html.void("br")
                }
                html.text(text.basis)
                if !figure.baselines.isEmpty {
                    html.void("br")
                    html.text(text.baselines)
                }
            }
        )
    }
}
