import HTTPTypes
import RadarQuant

/// The pages of internal diagnostics, and RadarQuant, which is for everyone.
struct InsiderPageRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(
                .get,
                "/backtesting",
                kind: .page,
                audience: .insiders,
                parameters: BacktestingView.parameters,
                caching: .untilReportChanges,
                answer: backtesting
            ),
            Route(.get, "/data-quality", kind: .page, audience: .insiders) { _ in
                .redirect(to: "/jobs#data-quality", status: .seeOther)
            },
            Route(
                .get,
                "/jobs",
                kind: .page,
                audience: .insiders,
                parameters: JobsFilter.parameters,
                caching: .never,
                answer: jobs
            ),
            Route(.get, "/jobs/{run_id}", kind: .page, audience: .insiders, answer: run),
            Route(
                .get,
                "/radarquant",
                kind: .page,
                parameters: ["question", "event"],
                caching: .never,
                answer: radarQuant
            ),
        ]
    }

    @Sendable
    private func backtesting(_ visit: Visit) async throws -> Reply {
        let view = try BacktestingView(visit.query)
        let site = visit.site
        let minutes = site.settings.reportMinutes
        let monitoring = try await ReportState.found(latest: site.reports.latestMonitoring, minutes: minutes)
        {
            try await site.reports.monitoring()
        }
        let backtest = try await ReportState.found(latest: site.reports.latestBacktest, minutes: minutes) {
            try await site.reports.backtest()
        }
        return try await visit.page { reading in
            try BacktestingPage(
                reading,
                view: view,
                monitoring: monitoring,
                backtest: backtest,
                site: site
            )
        }
    }

    @Sendable
    private func jobs(_ visit: Visit) async throws -> Reply {
        let filter = try JobsFilter(visit.query)
        return try await visit.page { JobsPage($0, filter: filter) }
    }

    @Sendable
    private func run(_ visit: Visit) async throws -> Reply {
        let runID = try visit.path("run_id")
        return try await visit.page { try RunPage($0, runID: runID) }
    }

    // MARK: RadarQuant

    @Sendable
    private func radarQuant(_ visit: Visit) async throws -> Reply {
        let asked = try await asked(visit)
        var reply = try await visit.page {
            RadarQuantPage(asked: asked, notice: PrototypeNotice($0.noticeCounts()))
        }
        if case .unknownEvent = asked { reply.status = .notFound }
        return reply
    }

    private func asked(_ visit: Visit) async throws -> RadarQuantPage.Asked {
        if let text = try visit.query.text("question", longest: Question.characterLimit) {
            let question: Question
            do {
                question = try Question(text)
            } catch {
                throw Problem.parameter(
                    "question",
                    text,
                    accepted: "text of at most \(Question.characterLimit) characters"
                )
            }
            return .question(question.text, try await RadarDesk(visit).ask(question))
        }
        if let eventID = try visit.query.text("event") {
            guard let reply = try await RadarDesk(visit).explain(eventID: eventID) else {
                return .unknownEvent(eventID)
            }
            return .event(eventID, reply)
        }
        return .nothing
    }
}
