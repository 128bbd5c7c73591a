/// A span of sessions with its extremes, so that a long line can be drawn in few points.
struct PriceSpan: Sendable, Hashable {
    let first: PriceChart.Price
    let lowest: PriceChart.Price
    let highest: PriceChart.Price

    /// The lowest and the highest close in the order of time; one where they are the same.
    var corners: [PriceChart.Price] {
        if lowest == highest { return [lowest] }
        return lowest.day < highest.day ? [lowest, highest] : [highest, lowest]
    }

    /// Splits sorted closes into at most so many spans of about equal length.
    static func split(_ prices: [PriceChart.Price], into count: Int) -> [Self] {
        let parts = min(max(count, 1), prices.count)
        return (0..<parts).compactMap { part in
            let slice = prices[(part * prices.count / parts)..<((part + 1) * prices.count / parts)]
            guard let first = slice.first, let lowest = slice.min(by: { $0.close < $1.close }),
                let highest = slice.max(by: { $0.close < $1.close })
            else { return nil }
            return Self(first: first, lowest: lowest, highest: highest)
        }
    }
}
