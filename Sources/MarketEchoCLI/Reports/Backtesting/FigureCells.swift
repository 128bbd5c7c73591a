import Evaluation
import Models
import Statistics

/// Figures as cells of tables.
enum FigureCells {
    /// A share in percent with its interval.
    static func share(_ figure: Figure?) -> String {
        guard let figure else { return Format.missing }
        return Format.percentage(
            figure.value,
            lower: figure.interval?.lower,
            upper: figure.interval?.upper,
            n: figure.n
        )
    }

    /// A number of points with its interval.
    static func points(_ figure: Figure?, digits: Int = 1) -> String {
        Format.interval(
            figure?.value,
            lower: figure?.interval?.lower,
            upper: figure?.interval?.upper,
            digits: digits
        )
    }

    /// What a simpler rule reaches, a share in percent.
    static func share(_ figure: Figure?, of baseline: String) -> String {
        let known = figure?.baseline(named: baseline)
        return Format.percentage(known?.value, n: known?.n)
    }

    /// What a simpler rule reaches, points.
    static func points(_ figure: Figure?, of baseline: String, digits: Int = 1) -> String {
        Format.decimal(figure?.baseline(named: baseline)?.value, digits: digits)
    }

    /// A way of predicting at the head of a table.
    static func title(_ kind: SampleKind) -> String {
        switch kind {
        case .walkForward: "Walk-forward"
        case .lockBox: "Lock-box"
        case .live: "Live"
        }
    }
}
