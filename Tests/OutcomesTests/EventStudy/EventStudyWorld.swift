import Outcomes
import Statistics

/// Worlds of returns with known properties, one after another from one stream.
struct EventStudyWorld {
    /// Share of the residual variance that all stocks have in common.
    var common = 0.0
    /// Whether all events fall on one day.
    var clustered = false
    /// Abnormal return of each event's day.
    var effect = 0.0
    /// Factor on the residual deviation of the window.
    var raised = 1.0
    /// Number of events, each of a stock of its own.
    var events = 30

    static let window = EventWindow(
        first: 0,
        last: 1,
        estimationSessions: 100,
        gap: 5,
        minimumEstimation: 60
    )

    /// The tests of one draw.
    func tests(_ random: inout RandomStream) throws -> EventStudyTests {
        let length = 160
        let market = (0..<length).map { _ in 0.01 * random.normal() }
        let shared = (0..<length).map { _ in random.normal() }
        var series: [StudyReturns] = []
        var subjects: [EventStudySubject] = []
        let benchmark = closes(market)
        for event in 0..<events {
            let day = clustered ? 130 : 110 + random.bounded(40)
            let beta = 0.5 + random.uniform()
            let returns = (0..<length).map { session -> Double in
                let own = common.squareRoot() * shared[session] + (1 - common).squareRoot() * random.normal()
                let isEvent = session == day || session == day + 1
                let noise = 0.02 * own * (isEvent ? raised : 1)
                return beta * market[session] + noise + (session == day ? effect : 0)
            }
            series.append(StudyReturns(stock: closes(returns), benchmark: benchmark))
            subjects.append(EventStudySubject(series: event, reactionSession: day))
        }
        let sample = EventStudySample(subjects, series: series, window: Self.window, model: .market)
        return try EventStudyTests(sample, series: series)
    }

    private func closes(_ returns: [Double]) -> AdjustedCloses {
        var price = 100.0
        let values = returns.map { daily -> Double in
            price *= 1 + daily
            return price
        }
        return AdjustedCloses(ticker: "T", firstSession: 0, values: values, breaks: [])
    }

    /// Share of draws in which each test rejects at 5 %.
    func rejections(draws: Int, seed: UInt64) throws -> [String: Double] {
        var random = RandomStream(seed: seed)
        var counts: [String: Int] = [:]
        for _ in 0..<draws {
            let tests = try tests(&random)
            let results = [
                "t": tests.crossSectional, "patell": tests.patell, "bmp": tests.standardized,
                "kp": tests.adjusted, "rank": tests.rank, "sign": tests.sign,
            ]
            for (name, result) in results where (result?.pValue ?? 1) <= 0.05 {
                counts[name, default: 0] += 1
            }
        }
        return counts.mapValues { Double($0) / Double(draws) }
    }
}
