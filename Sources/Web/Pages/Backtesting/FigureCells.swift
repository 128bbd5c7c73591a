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

    /// Whether a figure differs from its first baseline beyond chance; where it does not, how large a difference these
    /// events would reveal.
    static func verdict(_ figure: Figure?, higherIsBetter: Bool) -> TableMarkup.Cell {
        guard let figure, let text = FigureVerdict(figure, higherIsBetter: higherIsBetter)?.text else {
            return .text(NumberText.missing)
        }
        return .text(text)
    }
}

/// A figure against its first baseline: beyond chance or not.
struct FigureVerdict: Sendable, Equatable {
    /// Where the figure's interval lies.
    enum Side: Sendable, Equatable {
        case better, worse, withinChance
    }

    /// Where the interval lies.
    let side: Side
    /// The smallest true difference that these events would reveal with 80 % power, as text; nil where it is not known.
    let detectable: String?

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
        detectable = figure.minimumDetectable.map {
            FigureText.number($0, unit: figure.unit, n: figure.n)
        }
    }

    /// The comparison in words: `within chance; 1.8 would show`.
    var text: String {
        switch side {
        case .better: "better"
        case .worse: "worse"
        case .withinChance: detectable.map { "within chance; \($0) would show" } ?? "within chance"
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
