import Outcomes
import Testing

@Suite
struct DailyAbnormalReturnsTests {
    private func closes(
        _ values: [Double],
        from first: Int = 100,
        breaks: [Int] = []
    ) -> AdjustedCloses {
        AdjustedCloses(ticker: "T", firstSession: first, values: values, breaks: breaks)
    }

    private func same(_ values: [Double], _ expected: [Double?]) -> Bool {
        values.count == expected.count
            && zip(values, expected).allSatisfy { value, wanted in
                wanted.map { abs(value - $0) < 1e-12 } ?? value.isNaN
            }
    }

    @Test
    func `a session's return is the stock's less the benchmark's`() {
        let returns = DailyAbnormalReturns(
            stock: closes([100, 110, 99]),
            benchmark: closes([400, 404, 404])
        )
        #expect(returns.firstSession == 100)
        #expect(same(returns.values, [nil, 0.10 - 0.01, -0.10]))
    }

    @Test
    func `the benchmark counts by session and not by place`() {
        // The benchmark begins two sessions earlier and ends one earlier than the stock.
        let returns = DailyAbnormalReturns(
            stock: closes([100, 110, 121, 133.1]),
            benchmark: closes([1, 2, 4, 5, 10], from: 98)
        )
        #expect(same(returns.values, [nil, 0.1 - 0.25, 0.1 - 1, nil]))
        let late = DailyAbnormalReturns(
            stock: closes([100, 110, 121]),
            benchmark: closes([4, 5], from: 101)
        )
        #expect(same(late.values, [nil, nil, 0.1 - 0.25]))
        let apart = DailyAbnormalReturns(stock: closes([1, 2, 3]), benchmark: closes([1, 2], from: 500))
        #expect(same(apart.values, [nil, nil, nil]))
        let before = DailyAbnormalReturns(stock: closes([1, 2, 3]), benchmark: closes([1, 2], from: 10))
        #expect(same(before.values, [nil, nil, nil]))
    }

    @Test
    func `nothing spans a missing close or a level break`() {
        let gap = DailyAbnormalReturns(
            stock: closes([100, .nan, 110, 121, 60.5], breaks: [104]),
            benchmark: closes([1, 1, 1, 1, 1])
        )
        #expect(same(gap.values, [nil, nil, nil, 0.1, nil]))
        let benchmark = DailyAbnormalReturns(
            stock: closes([100, 110, 121, 133.1]),
            benchmark: closes([1, 1, 2, 2], breaks: [102])
        )
        #expect(same(benchmark.values, [nil, 0.1, nil, 0.1]))
    }

    @Test
    func `the usual size is the mean over the sessions that are there`() throws {
        let returns = DailyAbnormalReturns(
            stock: closes([100, 110, .nan, 100, 90, 99]),
            benchmark: closes([1, 1, 1, 1, 1, 1])
        )
        // Returns: none, 0.1, none, none, -0.1, 0.1.
        let all = try #require(returns.usualSize(of: 100..<106, minimum: 3))
        #expect(abs(all - 0.1) < 1e-12)
        #expect(returns.usualSize(of: 100..<106, minimum: 4) == nil)
        let last = try #require(returns.usualSize(of: 104..<900, minimum: 1))
        #expect(abs(last - 0.1) < 1e-12)
        #expect(returns.usualSize(of: 0..<100, minimum: 1) == nil)
        #expect(returns.usualSize(of: 102..<104, minimum: 0) == nil)
    }
}
