import HTTPTypes
import JSONText
import Logging
import Pipeline
import Storage

/// Liveness, readiness, metrics.
struct OperationRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(.get, "/health", kind: .api, caching: .never, answer: health),
            Route(.get, "/ready", kind: .api, caching: .never, answer: ready),
            Route(.get, "/metrics", kind: .api, audience: .insiders, caching: .never, answer: metrics),
        ]
    }

    @Sendable
    private func health(_ visit: Visit) -> Reply {
        APIDocument { json in
            json.member("status", "ok")
            json.member("version", visit.site.version)
        }.reply()
    }

    @Sendable
    private func ready(_ visit: Visit) async throws -> Reply {
        do {
            let schema = try await visit.read { connection in
                try connection.first("SELECT max(identifier) FROM grdb_migrations") { $0.text(0) }
            }
            return APIDocument { json in
                json.member("status", "ready")
                json.member("schema", schema)
            }.reply()
        } catch {
            visit.site.job.logger.error("not ready", metadata: ["error": "\(error)"])
            throw Problem.unavailable("the database cannot be read; the server's log has the reason")
        }
    }

    @Sendable
    private func metrics(_ visit: Visit) async throws -> Reply {
        let stored = try? await visit.read { try MetricsPage.Stored($0) }
        return .text(
            MetricsPage.text(of: visit.site, stored: stored),
            mediaType: "text/plain; version=0.0.4; charset=utf-8"
        )
    }
}
