import Market
import Statistics
import Testing

@testable import Models

@Suite
struct CalibrationTests {
    private func result(_ world: SyntheticWorld) throws -> (CellResult, Dataset) {
        let data = try world.dataset()
        let result = TrainingRun.train(
            datasets: [data],
            cells: [Cell(family: nil, horizon: world.horizon)],
            configuration: .quick
        ).first
        return (try #require(result), data)
    }

    @Test
    func rangesHoldWhatTheyPromise() throws {
        let (result, _) = try result(SyntheticWorld(seed: 21, events: 2_500, magnitudeEffect: 15))
        let figures = try #require(result.evaluation.walkForward)
        #expect(abs((figures.intervalCoverage ?? 0) - 0.8) < 0.035)
        #expect(figures.intervalEvents == figures.events)
        #expect((figures.intervalWidth ?? 0) > 0)
    }

    @Test
    func probabilitiesAreCalibratedOutOfFold() throws {
        let (result, data) = try result(
            SyntheticWorld(seed: 22, events: 4_000, directionEffect: 1.0, directionColumn: "eps_surprise")
        )
        let outcomes = Dictionary(uniqueKeysWithValues: data.rows.map { ($0.eventID, $0) })
        var bands: [Int: (sum: Double, ups: Double, n: Double)] = [:]
        for prediction in result.predictions {
            guard let p = prediction.probabilityUp, let row = outcomes[prediction.eventID], row.direction != 0
            else {
                continue
            }
            var band = bands[Int(p * 5)] ?? (0, 0, 0)
            band.sum += p
            band.ups += row.abnormalReturn > 0 ? 1 : 0
            band.n += 1
            bands[Int(p * 5)] = band
        }
        #expect(bands.count >= 3)
        for band in bands.values where band.n >= 200 {
            #expect(abs(band.sum / band.n - band.ups / band.n) < 0.08)
        }
        #expect(result.artefact?.metadata.calibrator.map.name == "isotonic")
    }

    private func answers(
        _ seed: UInt64,
        count: Int = 400,
        spread: Double? = nil,
        _ chance: (Double) -> Double
    ) -> [DirectionCalibrator.Answer] {
        var random = RandomStream(seed: seed)
        return (0..<count).map { _ in
            let raw = 0.3 + 0.4 * random.uniform()
            return DirectionCalibrator.Answer(
                probability: raw,
                spread: spread,
                isUp: random.bernoulli(chance(raw))
            )
        }
    }

    @Test
    func aMapThatRunsBackwardsIsNotUsed() throws {
        let calibrator = try DirectionCalibrator.fit(answers(1) { 1 - $0 })
        #expect(calibrator(0.3, spread: nil) == calibrator(0.7, spread: nil))
        #expect(abs(calibrator(0.3, spread: nil) - 0.5) < 0.1)
        let upright = try DirectionCalibrator.fit(answers(1) { $0 })
        #expect(upright(0.3, spread: nil) < upright(0.7, spread: nil))
    }

    @Test
    func fewAnswersLeaveProbabilitiesAlone() throws {
        let calibrator = try DirectionCalibrator.fit(answers(1, count: 49) { $0 })
        #expect(calibrator(0.37, spread: nil) == 0.37)
    }

    /// A head that spreads wider than those behind the map is drawn together first, so that it cannot fall off its ends.
    @Test(arguments: [400, 1_500])
    func aWiderHeadIsDrawnTogether(count: Int) throws {
        let calibrator = try DirectionCalibrator.fit(answers(2, count: count, spread: 0.5) { $0 })
        #expect(calibrator.referenceSpread == 0.5)
        let odds = 0.65 / 0.35
        let tripled = odds * odds * odds
        #expect(
            abs(calibrator(tripled / (1 + tripled), spread: 1.5) - calibrator(0.65, spread: 0.5)) < 1e-9
        )
        #expect(calibrator(0.65, spread: 0.1) == calibrator(0.65, spread: 0.5))
        #expect(calibrator(1, spread: 0.5) <= 0.95 && calibrator(0, spread: 0.5) >= 0.05)
    }

    /// Only answers whose outcome was known before a test block may calibrate it.
    @Test
    func thePoolKnowsNoFuture() throws {
        let policy = WalkForwardPolicy()
        var rows = try SyntheticWorld(events: 400).dataset().rows
        func factor(before session: Int) throws -> ConformalFactor? {
            var pool = CalibrationPool(policy: policy, horizonSessions: 5)
            for row in rows { pool.add(row, impact: 50, probabilityUp: 0.5, spread: nil) }
            return try pool.conformalFactor(before: session)
        }
        let cut = 3_500
        let before = try factor(before: cut)
        #expect(before?.count == rows.count { $0.outcomeSession + 5 < cut })
        for index in rows.indices where rows[index].outcomeSession + 5 >= cut {
            rows[index].abnormalReturn *= 100
        }
        #expect(try factor(before: cut) == before)
        #expect(try factor(before: 3_000) == nil)
    }

    @Test(arguments: [
        (50.0, 0.02, 1, 0.013489795), (50.0, 0.02, 20, 0.060328), (95.0, 0.01, 1, 0.01959964),
        (100.0, 0.01, 1, 0.01959964), (0.0, 0.01, 1, 0.0025334710),
    ])
    func typicalMoveFollowsTheNormalQuantile(
        impact: Double,
        volatility: Double,
        sessions: Int,
        expected: Double
    ) throws {
        let move = try #require(
            MoveScale.typicalMove(impact: impact, volatility: volatility, sessions: sessions)
        )
        #expect(abs(move - expected) < 1e-6)
    }

    @Test(arguments: [Double.nan, 0, .infinity])
    func unknownVolatilityGivesNoMove(volatility: Double) {
        #expect(MoveScale.typicalMove(impact: 50, volatility: volatility, sessions: 1) == nil)
    }
}
