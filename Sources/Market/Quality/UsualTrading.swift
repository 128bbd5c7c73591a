import Foundation

/// What the sessions before one were like.
struct UsualTrading {
    /// How many bars before are looked at.
    static let lookBack = 20
    /// How many of them must have the figure.
    static let fewest = 10

    /// Median of ln(high / low); nil without enough bars that have both, or where it is zero.
    let logRange: Double?
    /// Median of shares traded; nil without enough bars that have it, or where it is zero.
    let volume: Double?
    /// Median of close times volume, in the currency of the closes.
    let turnover: Double?

    /// Looks at the bars with the given indices, the newest last.
    init(bars: [Bar], before usable: ArraySlice<Int>) {
        let recent = usable.suffix(Self.lookBack).map { bars[$0] }
        logRange = Self.median(recent.map { $0.high > 0 && $0.low > 0 ? log($0.high / $0.low) : .nan })
        volume = Self.median(recent.map(\.volume))
        turnover = Self.median(recent.map { $0.close * $0.volume })
    }

    private static func median(_ values: [Double]) -> Double? {
        guard values.count(where: { $0.isFinite }) >= fewest, let median = Median.of(values), median > 0
        else {
            return nil
        }
        return median
    }
}
