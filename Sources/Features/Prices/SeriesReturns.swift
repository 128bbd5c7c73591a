import Foundation
import Market

/// The one-session returns of a price series and the parts between its breaks.
///
/// Element `i` belongs to session `series.firstSession + i`.
struct SeriesReturns: Sendable {
    /// Simple returns from the session before, fractions; NaN where a close is missing or the series breaks.
    let simple: [Double]
    /// Logarithms of one plus the simple returns.
    let logarithmic: [Double]
    /// For each element the first element of its unbroken part.
    let segmentStarts: [Int32]

    init(_ series: PriceSeries) {
        let closes = series.adjusted
        var starts = [Int32](repeating: 0, count: closes.count)
        for session in series.breaks {
            let index = session - series.firstSession
            if starts.indices.contains(index) { starts[index] = Int32(index) }
        }
        var simple = [Double](repeating: .nan, count: closes.count)
        for index in closes.indices.dropFirst() {
            starts[index] = max(starts[index], starts[index - 1])
            if Int(starts[index]) < index { simple[index] = closes[index] / closes[index - 1] - 1 }
        }
        self.simple = simple
        logarithmic = simple.map { $0.isNaN ? .nan : log1p($0) }
        segmentStarts = starts
    }

    /// The return over the `sessions` sessions that end with an element; NaN where a close is missing or the
    /// series breaks between the two.
    func total(of closes: [Double], endingWith index: Int, sessions: Int) -> Double {
        guard index >= sessions, index < closes.count, index - sessions >= Int(segmentStarts[index]) else {
            return .nan
        }
        return closes[index] / closes[index - sessions] - 1
    }
}
