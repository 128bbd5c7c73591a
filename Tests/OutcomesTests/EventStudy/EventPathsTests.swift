import Outcomes
import Statistics
import Testing

/// Paths against a computation of their own that looks prices up one by one.
@Suite
struct EventPathsTests {
    private static let window = EventWindow(
        first: -2,
        last: 3,
        estimationSessions: 30,
        gap: 4,
        minimumEstimation: 10
    )

    /// A wandering price with gaps and a break.
    private func closes(_ seed: UInt64, from first: Int, count: Int, gaps: Double) -> AdjustedCloses {
        var random = RandomStream(seed: seed)
        var price = 50.0
        let values = (0..<count).map { _ -> Double in
            price *= 1 + 0.02 * random.normal()
            return random.uniform() < gaps ? .nan : price
        }
        return AdjustedCloses(ticker: "T", firstSession: first, values: values, breaks: [first + count / 2])
    }

    private func price(_ closes: AdjustedCloses, _ session: Int) -> Double? {
        let index = session - closes.firstSession
        guard closes.values.indices.contains(index), !closes.values[index].isNaN else { return nil }
        return closes.values[index]
    }

    private func abnormal(_ stock: AdjustedCloses, _ benchmark: AdjustedCloses, _ session: Int) -> Double? {
        guard !stock.breaks.contains(session), !benchmark.breaks.contains(session),
            let now = price(stock, session), let before = price(stock, session - 1),
            let reference = price(benchmark, session), let former = price(benchmark, session - 1)
        else { return nil }
        return (now - before) / before - (reference - former) / former
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `paths are sums of daily abnormal returns`(seed: UInt64) {
        let window = Self.window
        let benchmark = AdjustedCloses(
            ticker: "B",
            firstSession: 90,
            values: (0..<260).map { 400 + Double($0 % 7) },
            breaks: [220]
        )
        let stocks = [
            closes(seed, from: 100, count: 200, gaps: 0.01),
            closes(seed + 50, from: 130, count: 90, gaps: 0.05),
        ]
        let series = stocks.map { DailyAbnormalReturns(stock: $0, benchmark: benchmark) }
        let subjects =
            (0..<2).flatMap { stock in
                (80..<330).map { EventStudySubject(series: stock, reactionSession: $0) }
            } + [EventStudySubject(series: 7, reactionSession: 150)]
        let paths = EventPaths(subjects, series: series, window: window)

        var expected: [(event: Int, sums: [Double], sizes: [Double]?)] = []
        for (position, subject) in subjects.enumerated() where subject.series < 2 {
            let stock = stocks[subject.series]
            let returns = (-2...3).map { abnormal(stock, benchmark, subject.reactionSession + $0) }
            guard returns.allSatisfy({ $0 != nil }) else { continue }
            let daily = returns.compactMap { $0 }
            let usual = ((subject.reactionSession - 4 - 29)...(subject.reactionSession - 4)).compactMap {
                abnormal(stock, benchmark, $0).map(abs)
            }
            let mean = usual.reduce(0, +) / Double(usual.count)
            expected.append(
                (
                    position, daily.indices.map { daily[...$0].reduce(0, +) },
                    usual.count >= 10 ? daily.map { abs($0) / mean } : nil
                )
            )
        }
        #expect(expected.count > 60 && expected.contains { $0.sizes == nil })
        #expect(paths.events == expected.map(\.event))
        for (row, wanted) in expected.enumerated() {
            for session in 0..<window.count {
                let place = row * window.count + session
                #expect(abs(paths.cumulative[place] - wanted.sums[session]) < 1e-12)
                if let sizes = wanted.sizes {
                    #expect(abs(paths.relativeSizes[place] - sizes[session]) < 1e-9)
                } else {
                    #expect(paths.relativeSizes[place].isNaN)
                }
            }
        }
    }

    @Test
    func `a stock that never moves has no usual size`() {
        let flat = AdjustedCloses(
            ticker: "T",
            firstSession: 0,
            values: Array(repeating: 10, count: 100),
            breaks: []
        )
        let paths = EventPaths(
            [EventStudySubject(series: 0, reactionSession: 60)],
            series: [DailyAbnormalReturns(stock: flat, benchmark: flat)],
            window: Self.window
        )
        #expect(paths.events == [0] && paths.cumulative.allSatisfy { $0 == 0 })
        #expect(paths.relativeSizes.allSatisfy { $0.isNaN })
    }

    @Test
    func `no events give no paths`() {
        let paths = EventPaths([], series: [], window: EventWindow())
        #expect(paths.events.isEmpty && paths.cumulative.isEmpty && paths.window.count == 26)
        #expect(EventWindow().estimation(reactionSession: 1000) == 741..<991)
    }
}
