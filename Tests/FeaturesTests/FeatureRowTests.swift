import Events
import Features
import Market
import Outcomes
import Testing

/// One row from end to end.
@Suite
struct FeatureRowTests {
    @Test
    func columnsOfAFiling() throws {
        let release = try Make.event(
            "r",
            "2019-07-02 06:55",
            type: .earningsRelease,
            facts: EventFacts(epsEstimate: 1, epsActual: 1.25)
        )
        let filing = try Make.event("8k", "2019-07-02 07:00", items: ["2.02", "5.02", "9.01"], related: "r")
        let history = EventHistory([release, filing])
        let base = filing.sessions.baseSession
        let stock = Make.series(first: base - 1, [100, 50, 75])
        let benchmark = Make.series("SPY", first: base - 1, [10, 11, 12])
        let builder = FeatureBuilder(
            calendar: Make.calendar,
            benchmark: benchmark,
            series: ["AAA": stock],
            history: history,
            baseScores: [
                nil, BaseScoreInput(score: 71, points: [:], direction: 1, directionConfidence: 0.6),
            ],
            outcomes: []
        )
        let rows = try builder.rows(for: [FeatureRequest(eventID: "8k", horizon: .fiveDay)])
        let row = Dictionary(uniqueKeysWithValues: zip(rows.matrix.names, rows.matrix.row(0)))
        let expected: [String: Float] = [
            "base_score": 71, "rule_direction": 1, "family_sec_8k": 1, "family_earnings": 0, "event_type": 0,
            "item_group": 0, "is_amendment": 0, "item_2_02": 1, "item_5_02": 1, "item_9_01": 1,
            "item_8_01": 0,
            "item_old_12": 0, "item_count": 3, "linked_surprise_percent": 25,
            "linked_surprise_to_price": 0.005,  // 0.25 / 50
            "known_before_open": 1, "known_after_close": 0, "minutes_to_close": 540, "weekday": 2, "month": 7,
            "events_30d": 0, "market_events_that_day": 1, "return_1d": -0.5,
            "abnormal_return_1d": -0.6,  // less 11/10 - 1
        ]
        for (name, value) in expected {
            let cell = try #require(row[name], "no column \(name)")
            #expect(abs(cell - value) < 1e-6, "\(name) is \(cell)")
        }
        #expect(rows.matrix.names == FeatureSet.current.names)
        #expect(rows.featureSetVersion == FeatureSet.current.version)
        #expect(
            rows.contexts == [
                RowContext(
                    idiosyncraticVolatility: nil,
                    phase: .beforeOpen,
                    marketVolatilityQuantile: nil,
                    resultsWithinFiveSessions: false
                )
            ]
        )
    }

    @Test
    func horizonsShareAllButThePast() throws {
        let world = try World(seed: 3)
        let input = world.events[5]
        let matrix = try world.rows(of: input).matrix
        let shared = FeatureSet.current.definitions.filter { !$0.dependsOnHorizon }.count
        let bits = (0..<3).map { matrix.row($0).prefix(shared).map(\.bitPattern) }
        #expect(bits[0] == bits[1] && bits[1] == bits[2])
        #expect(FeatureSet.current.definitions.dropFirst(shared).allSatisfy { $0.dependsOnHorizon })
        #expect(matrix.fingerprint(ofRow: 0) != matrix.fingerprint(ofRow: 2))
    }
}
