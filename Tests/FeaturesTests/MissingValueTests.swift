import Events
import Features
import Market
import Outcomes
import Testing

/// Missing stays missing.
@Suite
struct MissingValueTests {
    private func names(_ availability: FeatureAvailability) -> [String] {
        FeatureSet.current.definitions.filter { $0.availability == availability }.map(\.name)
    }

    private func cells(_ rows: FeatureRows) -> [String: Float] {
        Dictionary(uniqueKeysWithValues: zip(rows.matrix.names, rows.matrix.row(0)))
    }

    private func rows(
        _ input: EventInput,
        series: [String: PriceSeries],
        baseScore: BaseScoreInput? = nil
    ) -> FeatureRows {
        let benchmark = Make.series("SPY", first: 7000, (0..<600).map { 100 + Double($0 % 7) })
        let builder = FeatureBuilder(
            calendar: Make.calendar,
            benchmark: benchmark,
            series: series,
            history: EventHistory([input]),
            baseScores: [baseScore],
            outcomes: []
        )
        return builder.rows(for: input, baseScore: baseScore, horizons: [.fiveDay])
    }

    private func stock() -> [String: PriceSeries] {
        ["AAA": Make.series(first: 7000, (0..<600).map { 50 + Double($0 % 11) })]
    }

    @Test
    func withoutPricesEveryPriceFeatureOfTheStockIsMissing() throws {
        let input = try Make.event("a", "2019-07-02 08:00")
        let with = cells(rows(input, series: stock()))
        let without = cells(rows(input, series: [:]))
        for name in names(.baseClose) where !name.hasPrefix("market_") && !name.contains("surprise") {
            #expect(with[name]?.isNaN == false, "\(name)")
            #expect(without[name]?.isNaN == true, "\(name)")
        }
        #expect(rows(input, series: [:]).contexts[0].idiosyncraticVolatility == nil)
    }

    @Test
    func pricesOfAnotherCompanyAreNotUsed() throws {
        let valid = try Make.event("a", "2019-07-02 08:00")
        var event = valid.event
        event.tickerIsValid = false
        let input = EventInput(event: event, sessions: valid.sessions)
        let row = cells(rows(input, series: stock()))
        for name in names(.baseClose) where !name.hasPrefix("market_") {
            #expect(row[name]?.isNaN == true, "\(name)")
        }
        #expect(row["market_return_5d"]?.isNaN == false)
    }

    @Test
    func nothingIsKnownOfTheFirstEvent() throws {
        let row = cells(rows(try Make.event("a", "2019-07-02 08:00", items: []), series: stock()))
        for name in [
            "base_score", "base_points_items", "rule_direction", "rule_direction_confidence", "item_2_02",
            "item_old_12", "item_count", "surprise_percent", "linked_surprise_percent", "surprise_streak",
            "sessions_since_last_event", "sessions_since_results", "past_impact_group", "past_impact_ticker",
            "past_up_share_ticker_group", "past_move_group",
        ] {
            #expect(row[name]?.isNaN == true, "\(name)")
        }
        for name in [
            "events_30d", "events_90d", "past_surprises", "past_outcomes_group", "past_outcomes_ticker",
            "past_outcomes_ticker_group", "results_within_5_sessions", "is_duplicate",
            "market_events_that_day",
        ] {
            #expect(row[name] == 0, "\(name)")
        }
    }

    @Test
    func unevaluatedFactorsAndUncertainDirectionsAreMissing() throws {
        let score = BaseScoreInput(
            score: 62,
            points: [.eventType: 65, .items: -3, .size: 0],
            direction: nil,
            directionConfidence: 0.5
        )
        let input = try Make.event("a", "2019-07-02 08:00")
        let row = cells(rows(input, series: [:], baseScore: score))
        #expect(row["base_score"] == 62)
        #expect(row["base_points_event_type"] == 65)
        #expect(row["base_points_items"] == -3)
        #expect(row["base_points_size"] == 0)
        #expect(row["base_points_sector"]?.isNaN == true)
        #expect(row["rule_direction"]?.isNaN == true)
        #expect(row["rule_direction_confidence"] == 0.5)
    }

    @Test
    func dayPrecisionHasNoTimeOfDay() throws {
        let row = cells(rows(try Make.event("a", "2019-07-02"), series: stock()))
        #expect(row["time_is_exact"] == 0)
        #expect(row["known_time_unknown"] == 1)
        #expect(row["known_before_open"] == 0)
        #expect(row["minutes_to_close"]?.isNaN == true)
        #expect(row["market_events_that_day"]?.isNaN == true)
        #expect(row["weekday"] == 2)
        #expect(row["month"] == 7)
    }
}
