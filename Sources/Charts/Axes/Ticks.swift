import Foundation
import Markup

/// Round numbers along an axis: steps of 1, 2, 2.5 or 5 times a power of ten.
///
/// The idea is of Paul Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990).
struct Ticks: Sendable, Hashable {
    /// The distance of two ticks.
    let step: Double
    /// The ticks within the range, ascending.
    let values: [Double]
    /// Decimals that tell the ticks apart.
    let decimals: Int

    /// Ticks in a range of finite ends; at whole numbers only where asked.
    init(covering range: ClosedRange<Double>, atMost count: Int, isWhole: Bool = false) {
        let width = range.upperBound - range.lowerBound
        guard width > 0, width.isFinite else {
            step = 1
            values = [range.lowerBound]
            decimals = 0
            return
        }
        let raw = max(width / Double(max(count, 2) - 1), isWhole ? 1 : 0)
        let exponent = log10(raw).rounded(.down)
        let power = pow(10, exponent)
        let factors: [Double] = isWhole && exponent < 1 ? [1, 2, 5] : [1, 2, 2.5, 5]
        let factor = factors.first { $0 * power >= raw * (1 - 1e-9) } ?? 10
        let step = factor * power
        let slack = step * 1e-9
        let first = ((range.lowerBound - slack) / step).rounded(.up)
        let last = ((range.upperBound + slack) / step).rounded(.down)
        self.step = step
        values = first <= last ? Array(stride(from: first, through: last, by: 1)).map { $0 * step } : []
        let digits = factor == 2.5 ? 1 - Int(exponent) : factor == 10 ? -Int(exponent) - 1 : -Int(exponent)
        decimals = max(0, digits)
    }

    /// The tick as a number with the decimals of all.
    func text(_ value: Double) -> String {
        NumberText.decimal(value, decimals: decimals)
    }
}
