import Events
import Scores
import Testing

@Suite("Direction forecast")
struct DirectionForecastTests {
    @Test(
        "D9: the confidence is the probability of the stated direction, and its band follows",
        arguments: [
            (0.0, PredictedDirection.down, 1.0, ConfidenceLevel.high), (0.3, .down, 0.7, .high),
            (0.44, .down, 0.56, .medium), (0.48, .down, 0.52, .low), (0.5, .uncertain, 0.5, .low),
            (0.52, .up, 0.52, .low), (0.55, .up, 0.55, .medium), (0.64, .up, 0.64, .medium),
            (0.65, .up, 0.65, .high), (1, .up, 1, .high),
        ]
    )
    func confidence(
        _ up: Double,
        _ direction: PredictedDirection,
        _ confidence: Double,
        _ level: ConfidenceLevel
    ) throws {
        let forecast = DirectionForecast(probabilityUp: try Probability(up))
        #expect(forecast.direction == direction)
        #expect(abs(try #require(forecast.confidence).value - confidence) < 1e-12)
        #expect(forecast.confidenceLevel == level)
        #expect(forecast.source == .model)
    }

    @Test("D9: confidences of calibrated forecasts come true as often as they say")
    func confidenceIsCalibrated() throws {
        var generator = SeededGenerator(seed: 21)
        var stated = 0.0
        var cameTrue = 0.0
        let count = 20_000
        for _ in 0..<count {
            let up = try Probability(generator.points(0...1))
            let wentUp = generator.points(0...1) < up.value
            let forecast = DirectionForecast(probabilityUp: up)
            stated += try #require(forecast.confidence).value
            cameTrue += (forecast.direction == .up) == wentUp ? 1 : 0
        }
        #expect(abs(stated - cameTrue) / Double(count) < 0.015)
    }

    @Test("D9: rules state a direction without a calibrated confidence", arguments: RuleDirection.allCases)
    func rulesAreNotRated(_ direction: RuleDirection) {
        let forecast = DirectionForecast(rules: direction)
        #expect(forecast.confidence == nil)
        #expect(forecast.probabilityUp == nil)
        #expect(forecast.confidenceLevel == .notRated)
        #expect(forecast.source == .rules)
    }

    @Test(
        "Rule directions keep their side",
        arguments: zip(
            [RuleDirection.positive, .negative, .neutral, .uncertain],
            [PredictedDirection.up, .down, .neutral, .uncertain]
        )
    )
    func rulesKeepSide(_ rule: RuleDirection, _ direction: PredictedDirection) {
        #expect(DirectionForecast(rules: rule).direction == direction)
    }

    @Test(
        "Sample sizes fall into the steps that decide what a model may do",
        arguments: [
            (0, "<50"), (49, "<50"), (50, "50-149"), (149, "50-149"), (150, "150-499"), (499, "150-499"),
            (500, "500-1999"), (1999, "500-1999"), (2000, "2000+"), (1_000_000, "2000+"),
        ]
    )
    func sampleSizes(_ count: Int, _ bucket: String) {
        #expect(SampleSizeBucket(labelledEvents: count).rawValue == bucket)
    }

    @Test("Model scopes read back from their codes")
    func scopes() {
        for scope in EventFamily.allCases.map(ModelScope.family) + [.global] {
            #expect(ModelScope(code: scope.code) == scope)
        }
        #expect(ModelScope(code: "everything") == nil)
    }

    @Test("A model without a name is no provenance")
    func emptyProvenance() {
        #expect(throws: ScoreError.self) {
            try ModelProvenance(id: "1", name: "", scope: .global, version: "1.0.0")
        }
    }

    @Test("An interval does not end before it begins")
    func interval() throws {
        let low = try Percent(-1)
        let high = try Percent(2)
        #expect(throws: ScoreError.self) { try ReturnInterval(lower: high, upper: low) }
        #expect(try ReturnInterval(lower: low, upper: low).upper == low)
    }
}
