import Foundation
import Markup

/// Round numbers along a logarithmic axis: 1, 2 and 5 times powers of ten, or evenly spread ones in a short range.
struct LogTicks: Sendable, Hashable {
    let values: [Double]
    private let decimals: Int

    /// Ticks from a number above zero to a greater one.
    init(from low: Double, to high: Double) {
        let exponents = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
        let factors: [Double] = exponents.count > 6 ? [1] : exponents.count > 4 ? [1, 3] : [1, 2, 5]
        let powers = exponents.flatMap { exponent in factors.map { $0 * pow(10, Double(exponent)) } }
        let inside = powers.filter { (low...high).contains($0) }
        guard inside.count < 3 else {
            values = inside
            decimals = max(0, -Int(log10(inside[0] * 1.000_001).rounded(.down)))
            return
        }
        let ticks = Ticks(covering: low...high, atMost: 6)
        values = ticks.values.filter { $0 > 0 }
        decimals = ticks.decimals
    }

    func text(_ value: Double) -> String { NumberText.decimal(value, decimals: decimals) }
}
