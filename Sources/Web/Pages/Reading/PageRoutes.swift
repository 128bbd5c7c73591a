import HTTPTypes
import Logging
import Market
import Pipeline
import Storage

/// The pages for everyone.
struct PageRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(.get, "/", kind: .page, caching: .untilReportChanges, answer: overview),
            Route(.get, "/about", kind: .page, answer: about),
            Route(.get, "/companies/{ticker}", kind: .page, answer: company),
            Route(.get, "/events", kind: .page, parameters: EventListFilter.parameterNames, answer: events),
            Route(.get, "/events/{event_id}", kind: .page, parameters: ["horizon"], answer: event),
            Route(.get, "/models/{id}", kind: .page, caching: .untilReportChanges, answer: model),
        ]
    }

    @Sendable
    private func overview(_ visit: Visit) async throws -> Reply {
        let report = visit.site.reports.latestMonitoring?.value
        let isInsider = visit.isInsider
        return try await visit.page { OverviewPage($0, report: report, isInsider: isInsider) }
    }

    @Sendable
    private func about(_ visit: Visit) async throws -> Reply {
        try await visit.page { AboutPage($0) }
    }

    @Sendable
    private func company(_ visit: Visit) async throws -> Reply {
        let ticker = try visit.path("ticker")
        return try await visit.page { try CompanyPage($0, ticker: ticker) }
    }

    @Sendable
    private func events(_ visit: Visit) async throws -> Reply {
        let filter = try EventListFilter(visit.query)
        let cursor = try visit.query.text("cursor", longest: 8192)
        return try await visit.page { try EventsPage($0, filter: filter, cursor: cursor) }
    }

    @Sendable
    private func event(_ visit: Visit) async throws -> Reply {
        let eventID = try visit.path("event_id")
        let horizon = try visit.query.horizon() ?? HorizonScore.standard
        return try await visit.page { try EventDetailPage($0, eventID: eventID, horizon: horizon) }
    }

    @Sendable
    private func model(_ visit: Visit) async throws -> Reply {
        let modelID = try visit.path("id")
        let report = visit.site.reports.latestMonitoring?.value
        return try await visit.page { try ModelCardPage($0, modelID: modelID, report: report) }
    }
}

extension Visit {
    /// Reads a page's values and writes its document, on a thread for blocking work.
    func page<Content: Page>(
        _ make: @escaping @Sendable (PageReading) throws -> Content
    ) async throws -> Reply {
        let reading = PageReading(self)
        let canSignOut = canSignOut
        let version = site.version
        return try await offload {
            let document = try make(reading).document(canSignOut: canSignOut, version: version)
            var reply = Reply.html(Array(document.utf8))
            reply.isWhole = reading.isComplete
            return reply
        }
    }
}

extension PageReading {
    /// What a visit reads from.
    convenience init(_ visit: Visit) {
        let job = visit.site.job
        var logger = job.logger
        logger[metadataKey: "request_id"] = "\(visit.requestID)"
        self.init(
            store: job.store,
            calendar: job.calendar,
            predictions: visit.site.predictions,
            memory: visit.site.memory,
            logger: logger,
            now: job.now(),
            benchmark: job.settings.benchmark
        )
    }
}
