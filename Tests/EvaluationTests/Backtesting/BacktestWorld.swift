import Evaluation
import Events
import Market
import Models
import Outcomes
import Scores

/// Inputs of backtesting reports for tests.
enum BacktestWorld {
    static let calendar = ExchangeCalendar.xnys

    /// The session on or after a day that is known to exist.
    static func session(_ text: String) -> Int {
        guard let day = TradingDay(iso8601: text), let session = try? calendar.session(onOrAfter: day) else {
            preconditionFailure("\(text) is no day of the calendar")
        }
        return session
    }

    /// A stored event that belongs to a prediction.
    static func event(
        _ id: String,
        ticker: String = "T0",
        type: EventType = .sec8K,
        items: [String] = ["2.02"],
        on day: String = "2020-01-02",
        precision: TimePrecision = .exact,
        phase: String? = "before_open",
        session: Int? = 7_600,
        rule: RuleDirection? = .uncertain
    ) -> BacktestEvent {
        guard let day = TradingDay(iso8601: day) else { preconditionFailure("\(day) is no day") }
        return BacktestEvent(
            eventID: id,
            ticker: ticker,
            type: type,
            itemGroup: ItemGroup(type: type, items: items),
            occurredOn: day,
            timePrecision: precision,
            phase: phase,
            reactionSession: session,
            ruleDirection: rule
        )
    }

    static func input(
        _ predictions: [GradedPrediction] = [],
        events: [BacktestEvent] = [],
        labels: [BacktestLabel] = [],
        skips: [BacktestSkip] = [],
        models: [ModelRecord] = [],
        liveScores: [LiveScoreCount] = [],
        closes: [AdjustedCloses] = [],
        benchmark: AdjustedCloses? = nil
    ) -> BacktestInput {
        BacktestInput(
            calendar: calendar,
            events: events,
            labels: labels,
            skips: skips,
            predictions: predictions,
            models: models,
            liveScores: liveScores,
            closes: closes,
            benchmarkCloses: benchmark
        )
    }

    /// Both reports of an input.
    static func reports(
        _ input: BacktestInput,
        counts: [LabelledCount] = [],
        settings: MonitoringSettings = Graded.quick
    ) throws -> (monitoring: MonitoringReport, backtest: BacktestReport) {
        let monitoring = try MonitoringReport(
            Graded.input(input.predictions, models: input.models, counts: counts),
            settings: settings
        )
        return (monitoring, try BacktestReport(input, monitoring: monitoring, settings: settings))
    }

    static func report(_ input: BacktestInput) throws -> BacktestReport { try reports(input).backtest }
}
