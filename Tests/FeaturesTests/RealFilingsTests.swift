import Events
import Features
import Foundation
import Market
import Outcomes
import TestSupport
import Testing

/// Features of real filings, where the data lies beside the checkout.
@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
struct RealFilingsTests {
    private static let tickers = ["AAPL", "JPM", "MSFT", "META", "GE", "TSLA", "NVDA", "AMZN"]

    private func table(_ path: String) throws -> [[String: Substring]] {
        let text = String(decoding: try Data(contentsOf: SharedData.url(path)), as: UTF8.self)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = try #require(lines.first).map(String.init)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    private func series(_ ticker: String) throws -> PriceSeries {
        let rows = try table("prices/\(ticker).csv").compactMap { row -> (Int, [String: Substring])? in
            guard let day = row["date"].flatMap({ TradingDay(iso8601: $0) }),
                let session = try Make.calendar.session(on: day)
            else { return nil }
            return (session, row)
        }
        let first = try #require(rows.first?.0)
        let last = try #require(rows.last?.0)
        func column(_ name: String) -> [Double] {
            var values = [Double](repeating: .nan, count: last - first + 1)
            for (session, row) in rows { values[session - first] = row[name].flatMap { Double($0) } ?? .nan }
            return values
        }
        let adjusted = column("adj_close")
        return PriceSeries(
            ticker: ticker,
            firstSession: first,
            adjusted: adjusted,
            close: column("close"),
            volume: column("volume"),
            quarantine: adjusted.map { _ in nil },
            breaks: []
        )
    }

    private func filings() throws -> [EventInput] {
        try table("events.csv").compactMap { row in
            guard let ticker = row["ticker"].map(String.init), Self.tickers.contains(ticker),
                row["has_time"] == "1", let key = row["event_id"],
                let knownAt = row["acceptance_datetime"].flatMap({ UTCInstant(iso8601: $0) })
            else { return nil }
            let event = MarketEvent(
                eventID: String(key),
                ticker: ticker,
                tickerIsValid: row["ticker_valid"] == "1",
                type: .sec8K,
                items: (row["items"] ?? "").split(separator: ";").map(String.init),
                occurredOn: NewYork.wallClock(of: knownAt).day,
                knownAt: knownAt,
                timePrecision: .exact,
                timeSource: .jsonUTC,
                title: "",
                source: "test"
            )
            return EventInput(event: event, sessions: try Make.sessions(of: event))
        }
    }

    @Test
    func pastImpactTellsResultsFromOtherFilings() throws {
        let benchmark = try series("SPY")
        var closes: [String: PriceSeries] = [:]
        for ticker in Self.tickers { closes[ticker] = try series(ticker) }
        let filings = try filings()
        let labeler = OutcomeLabeler(calendar: Make.calendar, benchmark: benchmark, rules: OutcomeRules())
        let outcomes = Self.tickers.flatMap { ticker in
            labeler.attempts(
                filings.filter { $0.event.ticker == ticker }.map { LabelSubject($0.event) },
                ticker: ticker,
                series: closes[ticker],
                horizons: Horizon.allCases,
                asOf: benchmark.endSession - 1
            ).compactMap { attempt -> Outcome? in
                if case .labelled(let outcome) = attempt { outcome } else { nil }
            }
        }
        let builder = FeatureBuilder(
            calendar: Make.calendar,
            benchmark: benchmark,
            series: closes,
            history: EventHistory(filings),
            baseScores: filings.map { _ in nil },
            outcomes: outcomes
        )
        func impact(_ group: String, _ horizon: Horizon) throws -> Float {
            let group = try #require(ItemGroup(name: group))
            let filing = try #require(
                filings.filter { ItemGroup(of: $0.event) == group }.max {
                    $0.event.knownAt < $1.event.knownAt
                }
            )
            let rows = try builder.rows(
                for: [FeatureRequest(eventID: filing.event.eventID, horizon: horizon)])
            let column = try #require(FeatureSet.current.index(of: "past_impact_group"))
            return rows.matrix.values[column]
        }
        // Over all companies of the data the means are 80 and 54 at one session, 58 and 50 at twenty.
        #expect(try impact("sec_8k:2.02", .oneDay) > 70)
        #expect(try impact("sec_8k:8.01_alone", .oneDay) < 62)
        #expect(try impact("sec_8k:2.02", .oneDay) > impact("sec_8k:2.02", .twentyDay) + 8)
    }
}
