import Evaluation
import Market
import Markup
import Models
import Scores
import Statistics

/// Cells of tables whose rows are figures: the value on the decimal point, its interval in grey beside it.
enum FigureCells {
    // MARK: Shares

    /// A share in percent with the decimals that its sample deserves, at most one.
    static func percentage(_ value: Double?, n: Int) -> TableMarkup.Cell {
        .decimal(value.map { $0 * 100 }, decimals: min(1, NumberText.percentDecimals(n: n)))
    }

    /// A figure's share in percent.
    static func percentage(_ figure: Figure?) -> TableMarkup.Cell {
        percentage(figure?.value, n: figure?.n ?? 0)
    }

    /// A simpler rule's share in percent, with its events where it says something about some of them only.
    static func percentage(_ baseline: Baseline?, of figure: Figure?) -> TableMarkup.Cell {
        guard let baseline, let value = baseline.value else { return .number(nil) }
        let n = baseline.n
        guard n != figure?.n else { return percentage(value, n: n) }
        return .fragment(
            HTMLFragment { html in
                html.decimal(value * 100, decimals: min(1, NumberText.percentDecimals(n: n)))
                html.text(" ")
                html.element("span", ["class": "of"], text: "of \(NumberText.count(n))")
            }
        )
    }

    // MARK: Intervals

    /// A figure's interval: `49.1 to 51.6`; shares in percent.
    static func interval(_ figure: Figure?) -> TableMarkup.Cell {
        guard let figure, let text = FigureText(figure).interval else { return .text(NumberText.missing) }
        return .fragment(HTMLFragment { $0.element("span", ["class": "interval"], text: text) })
    }

    // MARK: What it rests on

    /// Events, companies and days.
    static func sample(_ figure: Figure?) -> [TableMarkup.Cell] {
        [.count(figure?.n), .count(figure?.companies), .count(figure?.days)]
    }

    /// The columns of `sample`.
    static let sampleColumns: [TableMarkup.Column] = [
        .number("Events"), .number("Companies"), .number("Days"),
    ]

    // MARK: Against chance

    /// Whether a figure differs from its first baseline beyond chance, and where it does not, how large a difference
    /// these events would reveal.
    static func verdict(_ figure: Figure?, higherIsBetter: Bool) -> [TableMarkup.Cell] {
        guard let figure, let verdict = FigureVerdict(figure, higherIsBetter: higherIsBetter) else {
            return [.text(NumberText.missing), .number(nil)]
        }
        return [words(verdict.side.rawValue), detectable(figure)]
    }

    /// A few words that stay on one line.
    static func words(_ text: String) -> TableMarkup.Cell {
        .fragment(HTMLFragment { $0.element("span", ["class": "nowrap"], text: text) })
    }

    /// The smallest true difference that a figure's events would reveal with 80 % power; `–` where the difference is
    /// significant already or there is nothing to compare.
    static func detectable(_ figure: Figure?) -> TableMarkup.Cell {
        guard let figure, let value = figure.minimumDetectable else { return .number(nil) }
        return figure.unit == .fraction ? percentage(value, n: figure.n) : .number(value)
    }

    /// The columns of `verdict`.
    static func verdictColumns(_ baseline: String, unit: String) -> [TableMarkup.Column] {
        [.text("Against \(baseline)"), .number("Would show, \(unit)", decimals: 1)]
    }

    /// A count whose companies and days stand in a tooltip, for tables without room for columns.
    static func count(_ n: Int, companies: Int, days: Int) -> TableMarkup.Cell {
        .fragment(
            HTMLFragment { html in
                let basis =
                    "\(NumberText.count(companies, "company", "companies")), \(NumberText.count(days, "day", "days"))"
                html.element("span", ["title": basis], text: NumberText.count(n))
            }
        )
    }
}

/// A figure against its first baseline: beyond chance or not.
struct FigureVerdict: Sendable, Equatable {
    /// Where the figure's interval lies.
    enum Side: String, Sendable {
        case better
        case worse
        case withinChance = "within chance"
    }

    /// Where the interval lies.
    let side: Side

    /// Compares; nil where the figure has no interval or no baseline.
    init?(_ figure: Figure, higherIsBetter: Bool) {
        guard figure.value != nil, let lower = figure.lower, let upper = figure.upper,
            let baseline = figure.baselines.first?.value
        else { return nil }
        side =
            if baseline < lower {
                higherIsBetter ? .better : .worse
            } else if baseline > upper {
                higherIsBetter ? .worse : .better
            } else {
                .withinChance
            }
    }
}

extension FigureVerdict {
    /// The comparison in words: `within chance of majority class; 1.6 would show`.
    func sentence(_ figure: Figure) -> String {
        let baseline = figure.baselines.first.map { FigureText.baselineName($0.name) } ?? "chance"
        switch side {
        case .better: return "better than \(baseline)"
        case .worse: return "worse than \(baseline)"
        case .withinChance:
            guard let value = figure.minimumDetectable else { return "within chance of \(baseline)" }
            let unit = figure.unit == .fraction ? "\u{A0}pp" : ""
            let number = FigureText.number(value, unit: figure.unit, n: figure.n)
            return "within chance of \(baseline); \(number)\(unit) would show"
        }
    }
}

/// A slot's name for people.
enum SlotName {
    /// Family and horizon: `8-K current report, 5-Day`.
    static func text(_ cell: Cell) -> String { "\(family(cell)), \(cell.horizon.badge)" }

    /// The family alone: `8-K current report`, `All families`.
    static func family(_ cell: Cell) -> String { cell.family.map(Wording.name(of:)) ?? "All families" }
}

extension SampleKind {
    /// The kind as a heading.
    var title: String {
        switch self {
        case .walkForward: "Walk-forward"
        case .lockBox: "Lock-box"
        case .live: "Live"
        }
    }

    /// What the kind means, one sentence.
    var explanation: String {
        switch self {
        case .walkForward: "Each event predicted by a model that was trained on earlier events alone."
        case .lockBox: "The last part of the data, which no choice of a model looked at."
        case .live: "Predictions made by a model in use before the outcome was known."
        }
    }
}

extension MonitoringReport {
    /// Slots with predictions of a kind, with their reports.
    func samples(_ kind: SampleKind) -> [(cell: Cell, sample: SampleReport)] {
        cells.compactMap { cell in cell.sample(kind).map { (cell.cell, $0) } }
    }

    /// Kinds of which there are graded predictions.
    var kinds: [SampleKind] { SampleKind.allCases.filter { !samples($0).isEmpty } }
}
