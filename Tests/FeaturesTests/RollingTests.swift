import Market
import Testing

@testable import Features

/// Prefix sums against loops over each window.
@Suite
struct RollingTests {
    /// Random values with gaps and a few that are a thousand times larger.
    private func values(_ count: Int, seed: UInt64) -> [Double] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in
            random.chance(0.05) ? .nan : random.normal() * (random.chance(0.003) ? 3 : 0.01)
        }
    }

    private func close(_ left: Double, _ right: Double) -> Bool {
        if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
        return abs(left - right) <= 1e-9 * max(abs(left), abs(right))
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func deviationsEqualLoops(seed: UInt64) {
        let values = values(1500, seed: seed)
        let moments = RollingMoments(values)
        for (length, needed) in [(5, 4), (20, 15), (60, 45), (250, 188)] {
            let expected = RollingStatistics.standardDeviation(values, window: length, atLeast: needed)
            for index in values.indices {
                let range = Window.range(endingWith: index, length: length)
                let deviation = moments.deviation(over: range, length: length)
                #expect(close(deviation, expected[index]), "window \(length) at \(index)")
                let present = values[range].filter { !$0.isNaN }
                let mean = present.count < needed ? .nan : present.reduce(0, +) / Double(present.count)
                let difference = abs(moments.mean(over: range, length: length) - mean)
                #expect(mean.isNaN ? difference.isNaN : difference < 1e-12)
            }
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func marketModelEqualsLoops(seed: UInt64) {
        let market = values(1000, seed: seed)
        let stock = zip(market, values(1000, seed: seed + 100)).map { 1.3 * $0 + $1 }
        var model = MarketModel(capacity: stock.count)
        for (own, reference) in zip(stock, market) { model.append(stock: own, market: reference) }
        let slopes = RollingStatistics.beta(stock, on: market, window: 120, atLeast: 90)
        for index in stock.indices {
            let window = Window.range(endingWith: index, length: 120)
            #expect(close(model.beta(over: window, length: 120), slopes[index]), "slope at \(index)")
            let range = Window.range(endingWith: index, length: 60)
            let deviation = residualDeviation(stock, market, range, atLeast: 45)
            #expect(
                close(model.residualDeviation(over: range, length: 60), deviation),
                "residuals at \(index)"
            )
        }
    }

    /// Residuals one by one from the fitted line.
    private func residualDeviation(
        _ stock: [Double],
        _ market: [Double],
        _ range: Range<Int>,
        atLeast: Int
    ) -> Double {
        let pairs = range.map { (market[$0], stock[$0]) }.filter { !$0.0.isNaN && !$0.1.isNaN }
        guard pairs.count >= atLeast else { return .nan }
        let count = Double(pairs.count)
        let meanX = pairs.reduce(0) { $0 + $1.0 } / count
        let meanY = pairs.reduce(0) { $0 + $1.1 } / count
        let products = pairs.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
        let squares = pairs.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
        let slope = products / squares
        let residuals = pairs.map { $0.1 - meanY - slope * ($0.0 - meanX) }
        return (residuals.reduce(0) { $0 + $1 * $1 } / (count - 2)).squareRoot()
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func rollingMaximumEqualsLoops(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let values = (0..<900).map { _ in
            random.chance(0.1) ? .nan : Double(Int.random(in: 1...50, using: &random))
        }
        let breaks = [300, 310, 650]
        let starts = values.indices.map { index in Int32(breaks.last { $0 <= index } ?? 0) }
        for length in [1, 8, 60] {
            let maxima = RollingMaximum.over(values, length: length, segmentStarts: starts)
            for index in values.indices {
                let window = values[max(index - length + 1, Int(starts[index]))...index].filter { !$0.isNaN }
                let expected = window.count >= Window.minimum(of: length) ? window.max() ?? .nan : .nan
                #expect(maxima[index].bitPattern == expected.bitPattern, "window \(length) at \(index)")
            }
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func volatilityQuantilesEqualLoops(seed: UInt64) {
        let returns = values(1600, seed: seed).map { $0.isNaN ? 0 : max($0, -0.5) }
        let benchmark = Make.series(first: 40, Make.closes(returns: returns))
        let statistics = BenchmarkStatistics(benchmark)
        let facts = benchmark.adjusted.indices.map { statistics.facts(at: 40 + $0) }
        for index in stride(from: 0, to: facts.count, by: 7) {
            let past = facts[max(0, index - 999)...index].map(\.volatility20).filter { !$0.isNaN }
            let own = facts[index].volatility20
            guard past.count >= 250 else {
                #expect(facts[index].volatilityQuantile.isNaN)
                continue
            }
            let below = Double(past.filter { $0 < own }.count)
            let equal = Double(past.filter { $0 == own }.count)
            #expect(facts[index].volatilityQuantile == (below + equal / 2) / Double(past.count))
        }
    }

    @Test
    func roundingOfAFormerShockDoesNotLookLikeVolatility() {
        let shocked = [0.0, 900, -850] + [Double](repeating: 0.0123, count: 60)
        let moments = RollingMoments(shocked)
        let deviation = moments.deviation(over: Window.range(endingWith: 62, length: 20), length: 20)
        #expect(deviation < 1e-6)
        let flat = RollingMoments([Double](repeating: 0.1, count: 40))
        #expect(flat.deviation(over: 10..<30, length: 20) == 0)
    }
}
