import Market

/// A stock's own moves over one horizon, by end session, and the rank of a move among them.
///
/// Element `i` is the absolute abnormal return over the `sessions` sessions that end at session
/// `firstSession + i` of the stock's series; NaN where one of the four closes is missing or the series breaks.
struct MoveHistory {
    /// Calendar session index of element 0.
    let firstSession: Int
    /// Absolute abnormal returns as fractions.
    let moves: [Double]
    /// `available[i]` counts the usable moves among the first `i` elements.
    private let available: [Int32]

    /// Computes the moves of a stock against a benchmark.
    ///
    /// - Parameters:
    ///   - stock: the stock's series.
    ///   - benchmark: the benchmark's series.
    ///   - sessions: length of a move in sessions.
    init(stock: PriceSeries, benchmark: PriceSeries, sessions: Int) {
        let count = stock.adjusted.count
        let offset = stock.firstSession - benchmark.firstSession
        let limit = benchmark.adjusted.count
        var moves = [Double](repeating: .nan, count: count)
        stock.adjusted.withUnsafeBufferPointer { own in
            benchmark.adjusted.withUnsafeBufferPointer { reference in
                let first = max(sessions, sessions - offset)
                let end = min(count, limit - offset)
                guard first < end else { return }
                for index in first..<end {
                    let stockReturn = own[index] / own[index - sessions] - 1
                    let position = index + offset
                    let benchmarkReturn = reference[position] / reference[position - sessions] - 1
                    moves[index] = abs(stockReturn - benchmarkReturn)
                }
            }
        }
        for session in stock.breaks + benchmark.breaks {
            let index = session - stock.firstSession
            let first = max(index, 0)
            let end = min(index + sessions, count)
            guard first < end else { continue }
            for position in first..<end { moves[position] = .nan }
        }
        var counts = [Int32](repeating: 0, count: count + 1)
        for index in 0..<count { counts[index + 1] = counts[index] + (moves[index].isNaN ? 0 : 1) }
        firstSession = stock.firstSession
        self.moves = moves
        available = counts
    }

    /// The mid-rank percentile 100 (below + equal / 2) / n of a move among the moves that end at each of the
    /// `length` sessions up to and including `session`; nil where fewer than `minimum` of them are available.
    func midRankPercentile(of move: Double, upTo session: Int, length: Int, minimum: Int) -> Double? {
        let end = min(session - firstSession + 1, moves.count)
        let start = max(session - firstSession + 1 - length, 0)
        guard start < end else { return nil }
        let count = Int(available[end] - available[start])
        guard count >= minimum, count > 0 else { return nil }
        let (below, equal) = moves.withUnsafeBufferPointer { Self.rank(move, in: $0[start..<end]) }
        return 100 * (Double(below) + Double(equal) / 2) / Double(count)
    }

    /// Counts the elements below and equal to a value; NaN elements are neither.
    private static func rank(
        _ value: Double,
        in window: Slice<UnsafeBufferPointer<Double>>
    ) -> (below: Int, equal: Int) {
        var belowLanes = SIMD8<Int64>.zero
        var equalLanes = SIMD8<Int64>.zero
        let one = SIMD8<Int64>(repeating: 1)
        let reference = SIMD8<Double>(repeating: value)
        var index = window.startIndex
        let base = window.base
        while index + 8 <= window.endIndex {
            let lanes = SIMD8(
                base[index],
                base[index + 1],
                base[index + 2],
                base[index + 3],
                base[index + 4],
                base[index + 5],
                base[index + 6],
                base[index + 7]
            )
            belowLanes &+= SIMD8<Int64>.zero.replacing(with: one, where: lanes .< reference)
            equalLanes &+= SIMD8<Int64>.zero.replacing(with: one, where: lanes .== reference)
            index += 8
        }
        var below = Int(belowLanes.wrappedSum())
        var equal = Int(equalLanes.wrappedSum())
        while index < window.endIndex {
            if base[index] < value { below += 1 }
            if base[index] == value { equal += 1 }
            index += 1
        }
        return (below, equal)
    }
}
