import Evaluation
import Events
import Market
import Models
import Outcomes
import Scores
import Statistics
import Testing

@Suite
struct ReturnCurveTests {
    private static let sessions = 7_000..<8_000
    private static let benchmark = AdjustedCloses(
        ticker: "SPY",
        firstSession: sessions.lowerBound,
        values: sessions.map { _ in 400 },
        breaks: []
    )

    /// A stock that moves 1 % up and down in turn, and by 6 % in each of the given sessions.
    private func stock(_ ticker: String, jumps: [Int], by size: Double = 0.06) -> AdjustedCloses {
        var price = 100.0
        var values: [Double] = []
        for session in Self.sessions {
            price *= 1 + (jumps.contains(session) ? size : session % 2 == 0 ? 0.01 : -0.01)
            values.append(price)
        }
        return AdjustedCloses(
            ticker: ticker,
            firstSession: Self.sessions.lowerBound,
            values: values,
            breaks: []
        )
    }

    private func event(_ number: Int, _ ticker: String, _ session: Int?, rule: RuleDirection) -> BacktestEvent
    {
        BacktestWorld.event(
            "e\(number)",
            ticker: ticker,
            items: number % 2 == 0 ? ["2.02"] : ["8.01"],
            session: session,
            rule: rule
        )
    }

    private func curves() throws -> [ReturnCurve] {
        // 24 events in sessions of even number, 30 apart: 12 of each stock.
        let sessions = (0..<12).map { 7_300 + 30 * $0 }
        var events = sessions.enumerated().map { event($0, "UP", $1, rule: .positive) }
        events += sessions.enumerated().map { event(12 + $0, "DOWN", $1 + 10, rule: .negative) }
        // Without prices, without a session, too early for a window: none of them counts.
        events.append(event(30, "GONE", 7_500, rule: .positive))
        events.append(event(31, "UP", nil, rule: .positive))
        events.append(event(32, "UP", 7_003, rule: .positive))
        events.append(event(33, "UP", 7_990, rule: .positive))
        let predictions = (0..<24).map { index in
            Graded.row(index, ticker: "T", session: 7_500, up: index < 21 ? 0.6 : 0.4)
        }
        return try BacktestWorld.report(
            BacktestWorld.input(
                predictions,
                events: events,
                models: [try Records.record()],
                closes: [
                    stock("DOWN", jumps: sessions.map { $0 + 10 }, by: -0.06), stock("UP", jumps: sessions),
                ],
                benchmark: Self.benchmark
            )
        ).returnCurves
    }

    private func curve(_ group: ReturnGroup) throws -> ReturnCurve {
        try #require(try curves().first { $0.group == group })
    }

    @Test
    func `groups are those that have events`() throws {
        #expect(
            try curves().map { "\($0.group.kind) \($0.group.name) \($0.n)" } == [
                "all all 24", "rule_side positive 12", "rule_side negative 12", "model_side 5d up 21",
                "model_side 5d down 3", "family sec_8k 24", "item_group sec_8k:2.02 12",
                "item_group sec_8k:8.01_alone 12",
            ]
        )
    }

    @Test
    func `the mean is the sum of daily abnormal returns`() throws {
        let curve = try curve(.all)
        #expect(curve.points.map(\.session) == Array(-5...20) && curve.companies == 2 && curve.days == 24)
        // Before the event each stock moves by -1 % and +1 % in turn; at it by +6 % or -6 %, after it again in turn.
        let expected = [-1.0, 0, -1, 0, -1, -1] + (1...20).map { $0 % 2 == 1 ? -2.0 : -1 }
        for (point, value) in zip(curve.points, expected) {
            #expect(abs(point.cumulative.value - value) < 1e-9, "session \(point.session)")
            #expect(point.cumulative.n == 24)
        }
    }

    @Test
    func `sizes show when the reaction is`() throws {
        let points = try curve(.all).points
        for point in points {
            // In the estimation, jumps of 6 % are one session in thirty.
            let move = try #require(point.relativeMove)
            #expect(point.session == 0 ? move.value > 4.5 : move.value < 1, "session \(point.session)")
        }
    }

    @Test
    func `bands are clustered by event day`() throws {
        let point = try #require(try curve(.all).points.first { $0.session == 0 })
        let lower = try #require(point.cumulative.lower)
        let upper = try #require(point.cumulative.upper)
        // Half of the days give +5, half -7: an error of 6 / √24 on a mean of -1.
        let half = 1.96 * 6 / Double(24).squareRoot()
        #expect(abs(lower - (-1 - half)) < 0.6 && abs(upper - (-1 + half)) < 0.6)
        let before = try #require(try curve(.all).points.first)
        #expect(abs((before.cumulative.upper ?? 0) - (before.cumulative.lower ?? 1)) < 1e-4)
    }

    @Test
    func `few events have a count and no curve`() throws {
        let curve = try curve(.modelSide(.fiveDay, "down"))
        #expect(curve.n == 3 && curve.points.isEmpty)
        #expect(try self.curve(.ruleSide("positive")).points.isEmpty)
    }

    @Test
    func `events of one day have a mean and no band`() throws {
        let closes = (0..<20).map { stock("S\($0)", jumps: []) }
        let curve = try #require(
            try BacktestWorld.report(
                BacktestWorld.input(
                    events: (0..<20).map { event($0, "S\($0)", 7_600, rule: .neutral) },
                    closes: closes,
                    benchmark: Self.benchmark
                )
            ).returnCurves.first
        )
        #expect(curve.points.count == 26 && curve.days == 1)
        #expect(curve.points.allSatisfy { $0.cumulative.lower == nil && $0.cumulative.upper == nil })
    }

    @Test
    func `without a benchmark there is no curve`() throws {
        let report = try BacktestWorld.report(
            BacktestWorld.input(
                events: [event(0, "UP", 7_600, rule: .neutral)],
                closes: [stock("UP", jumps: [])]
            )
        )
        #expect(report.returnCurves.isEmpty)
    }
}
