/// A stock's daily returns over the benchmark's of the same session: the market-adjusted abnormal returns.
///
/// Element `i` belongs to session `firstSession + i`. NaN where one of the four closes is missing or a level breaks in
/// that session, so that nothing spans a gap. Source: MacKinlay, "Event Studies in Economics and Finance" (1997),
/// the market-adjusted-return model.
public struct DailyAbnormalReturns: Sendable {
    /// Calendar session of element 0.
    public let firstSession: Int
    /// Stock return minus benchmark return, a fraction.
    public let values: [Double]
    /// Sums of the sizes of the first `i` elements, missing ones as zero.
    private let sizes: [Double]
    /// Number of elements that are there among the first `i`.
    private let counts: [Int32]

    /// Computes the returns of a stock against a benchmark.
    public init(stock: AdjustedCloses, benchmark: AdjustedCloses) {
        let count = stock.values.count
        var values = [Double](repeating: .nan, count: count)
        let offset = stock.firstSession - benchmark.firstSession
        let first = max(1, 1 - offset)
        let end = min(count, benchmark.values.count - offset)
        stock.values.withUnsafeBufferPointer { own in
            benchmark.values.withUnsafeBufferPointer { reference in
                guard first < end else { return }
                for index in first..<end {
                    let position = index + offset
                    values[index] =
                        own[index] / own[index - 1] - reference[position] / reference[position - 1]
                }
            }
        }
        for session in stock.breaks + benchmark.breaks {
            let index = session - stock.firstSession
            if index >= 0, index < count { values[index] = .nan }
        }
        var sizes = [Double](repeating: 0, count: count + 1)
        var counts = [Int32](repeating: 0, count: count + 1)
        for index in 0..<count {
            let isThere = !values[index].isNaN
            sizes[index + 1] = sizes[index] + (isThere ? abs(values[index]) : 0)
            counts[index + 1] = counts[index] + (isThere ? 1 : 0)
        }
        firstSession = stock.firstSession
        self.values = values
        self.sizes = sizes
        self.counts = counts
    }

    /// Mean size of the returns of some sessions, a fraction; nil where fewer than `minimum` of them are there.
    public func usualSize(of sessions: Range<Int>, minimum: Int) -> Double? {
        let start = min(max(sessions.lowerBound - firstSession, 0), values.count)
        let end = min(max(sessions.upperBound - firstSession, start), values.count)
        let count = Int(counts[end] - counts[start])
        guard count >= minimum, count > 0 else { return nil }
        return (sizes[end] - sizes[start]) / Double(count)
    }
}
