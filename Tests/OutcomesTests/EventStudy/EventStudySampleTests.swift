import Outcomes
import Statistics
import Testing

@Suite
struct EventStudySampleTests {
    private func walk(_ seed: UInt64, gaps: Set<Int> = []) -> AdjustedCloses {
        var random = RandomStream(seed: seed)
        var price = 50.0
        let values = (0..<400).map { index -> Double in
            price *= 1 + 0.02 * random.normal()
            return gaps.contains(index) ? .nan : price
        }
        return AdjustedCloses(ticker: "T", firstSession: 0, values: values, breaks: [])
    }

    @Test(arguments: [(-1, 1, "[-1,+1]"), (0, 0, "[0,0]"), (-10, 20, "[-10,+20]"), (-5, -2, "[-5,-2]")])
    func `a window is written as the literature writes it`(first: Int, last: Int, notation: String) {
        #expect(EventWindow(first: first, last: last).notation == notation)
    }

    @Test
    func `no estimation session lies in the window`() {
        #expect(EventWindow(first: -1, last: 1).separateEstimation(reactionSession: 300) == 41..<291)
        #expect(EventWindow(first: -9, last: 1).separateEstimation(reactionSession: 300) == 41..<291)
        #expect(EventWindow(first: -10, last: 20).separateEstimation(reactionSession: 300) == 40..<290)
    }

    @Test
    func `events are left out for the reason that is counted`() {
        let series = [
            StudyReturns(stock: walk(1), benchmark: walk(9)),
            StudyReturns(stock: walk(2, gaps: [301]), benchmark: walk(9)),
            StudyReturns(
                stock: AdjustedCloses(
                    ticker: "F",
                    firstSession: 0,
                    values: [Double](repeating: 7, count: 400),
                    breaks: []
                ),
                benchmark: walk(9)
            ),
        ]
        let subjects = [(0, 300), (1, 300), (2, 300), (3, 300), (-1, 300), (0, 100), (0, 399), (0, 5000)].map
        {
            EventStudySubject(series: $0.0, reactionSession: $0.1)
        }
        let window = EventWindow(first: 0, last: 1)
        let sample = EventStudySample(subjects, series: series, window: window, model: .meanAdjusted)
        #expect(sample.members.map(\.position) == [0])
        #expect(sample.exclusions.noSeries == 2)
        #expect(sample.exclusions.missingReturn == 2)
        #expect(sample.exclusions.noEstimation == 3)
        #expect(sample.exclusions.total == 7)
    }

    @Test
    func `a company that is counted twice leaves the adjusted test where it was`() throws {
        let benchmark = walk(9)
        let series = (1...20).map { StudyReturns(stock: walk(100 + UInt64($0)), benchmark: benchmark) }
        let once = (0..<20).map { EventStudySubject(series: $0, reactionSession: 300 + 2 * $0) }
        let window = EventWindow(first: 0, last: 0)
        let results = try [once, once + once].map { subjects in
            let sample = EventStudySample(subjects, series: series, window: window, model: .market)
            return try EventStudyTests(sample, series: series)
        }
        let plain = try #require(results[0].adjusted)
        let doubled = try #require(results[1].adjusted)
        #expect(abs(doubled.statistic / plain.statistic - 1) < 0.05)
        let naive = try #require(results[1].patell)
        #expect(abs(naive.statistic / (try #require(results[0].patell)).statistic - 2.0.squareRoot()) < 1e-9)
    }

    @Test
    func `a test that the data do not define is missing`() throws {
        let series = [StudyReturns(stock: walk(1), benchmark: walk(9))]
        for days in [[], [300]] {
            let sample = EventStudySample(
                days.map { EventStudySubject(series: 0, reactionSession: $0) },
                series: series,
                window: EventWindow(first: 0, last: 0),
                model: .market
            )
            let tests = try EventStudyTests(sample, series: series)
            #expect(tests.crossSectional == nil)
            #expect(tests.standardized == nil)
            #expect(tests.adjusted == nil)
            #expect(tests.meanCorrelation == nil)
            #expect((tests.patell == nil) == days.isEmpty)
            #expect((tests.rank == nil) == days.isEmpty)
            #expect((tests.sign == nil) == days.isEmpty)
        }
    }
}
