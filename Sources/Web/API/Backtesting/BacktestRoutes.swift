import Evaluation
import Events
import HTTPTypes
import JSONText
import Market
import Models
import Pipeline
import Scores
import Storage

/// Predictions of the past beside what happened, for insiders.
struct BacktestRoutes: RouteGroup {
    var routes: [Route] {
        [
            report("summary", answer: summary),
            report("coverage", answer: coverage),
            report("accuracy", parameters: ["group_by", "family", "horizon", "kind"], answer: accuracy),
            Route(
                .get,
                "/backtesting/events",
                kind: .api,
                audience: .insiders,
                parameters: ["ticker", "family", "horizon", "kind", "since", "until", "limit", "cursor"],
                answer: events
            ),
        ]
    }

    private func report(
        _ name: String,
        parameters: [String] = [],
        answer: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(
            .get,
            "/backtesting/\(name)",
            kind: .api,
            audience: .insiders,
            parameters: parameters,
            caching: .untilReportChanges,
            answer: answer
        )
    }

    // MARK: Parts of the report

    @Sendable
    private func summary(_ visit: Visit) async throws -> Reply {
        try await document(visit) { report, json in
            json.member("summary", report.summary)
            json.member("skill_map", report.skillMap)
            json.member("lift", report.lift)
            json.member("funnel", report.funnel)
            json.member("model_timeline", report.timeline)
            json.member("return_curves", report.returnCurves)
        }
    }

    @Sendable
    private func coverage(_ visit: Visit) async throws -> Reply {
        try await document(visit) { report, json in json.member("coverage", report.coverage) }
    }

    @Sendable
    private func accuracy(_ visit: Visit) async throws -> Reply {
        let query = AccuracyQuery(
            groupBy: try visit.query.code("group_by", as: AccuracyGrouping.self) ?? .horizon,
            family: try visit.query.code("family", as: EventFamily.self),
            horizon: try visit.query.horizon(),
            kind: try visit.query.code("kind", as: SampleKind.self) ?? .walkForward
        )
        let report = try await visit.backtest()
        let table = try await visit.offload { try report.value.accuracy(query) }
        return Self.document(report) { report, json in
            json.member("table", table)
            json.member(
                "over_time",
                report.overTime.filter {
                    $0.scope.family == query.family && $0.scope.horizon == query.horizon
                }
            )
        }
    }

    private func document(
        _ visit: Visit,
        _ write: @escaping (BacktestReport, inout JSONWriter) -> Void
    ) async throws -> Reply {
        Self.document(try await visit.backtest(), write)
    }

    private static func document(
        _ report: Dated<BacktestReport>,
        _ write: @escaping (BacktestReport, inout JSONWriter) -> Void
    ) -> Reply {
        APIDocument { json in
            report.value.writeHead(to: &json)
            json.member("cache_age_seconds", report.ageSeconds)
            json.member("refresh_failure", report.failure)
            write(report.value, &json)
            json.member("notice", Wording.metricsNotice)
        }.reply()
    }

    // MARK: Graded predictions

    @Sendable
    private func events(_ visit: Visit) async throws -> Reply {
        var filter = BacktestEventFilter()
        filter.ticker = try visit.query.text("ticker", longest: 20)?.uppercased()
        filter.family = try visit.query.code("family", as: EventFamily.self)
        filter.horizon = try visit.query.horizon()
        filter.kind = try visit.query.code("kind", as: SampleKind.self)
        filter.since = try visit.query.day("since")
        filter.until = try visit.query.day("until")
        let limit = try visit.query.integer("limit", in: 1...200) ?? 50
        let cursor = try visit.query.text("cursor", longest: 4096)
        let places = ListCursor(list: "backtesting")
        let place = try places.place(in: cursor).flatMap { BacktestEventCursor(text: $0) }
        let job = BacktestEventsJob(visit.site.job)
        let page = try await visit.offload { [filter] in
            try job.page(filter, after: place, limit: limit)
        }
        return APIDocument { json in
            ItemPage(items: page.events, nextCursor: page.next.map { places.text(of: $0.text) }).writeMembers(
                to: &json
            ) {
                $0.writeMembers(to: &$1)
            }
        }.reply()
    }
}
