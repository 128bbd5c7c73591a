import Evaluation
import HTTPTypes
import JSONText
import Market
import Storage

/// How good the predictions were, for insiders.
struct MonitoringRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(
                .get,
                "/ml/monitoring",
                kind: .api,
                audience: .insiders,
                caching: .untilReportChanges,
                answer: monitoring
            ),
            Route(
                .get,
                "/ml/validation",
                kind: .api,
                audience: .insiders,
                caching: .untilReportChanges,
                answer: validation
            ),
            Route(
                .get,
                "/ml/labels/{event_id}",
                kind: .api,
                audience: .insiders,
                parameters: ["as_of"],
                answer: labels
            ),
        ]
    }

    @Sendable
    private func monitoring(_ visit: Visit) async throws -> Reply {
        let report = try await visit.monitoring()
        return APIDocument { json in
            report.value.writeMembers(to: &json)
            json.member("cache_age_seconds", report.ageSeconds)
            json.member("refresh_failure", report.failure)
        }.reply()
    }

    @Sendable
    private func validation(_ visit: Visit) async throws -> Reply {
        let certificate = try await visit.monitoring().value.certificate
        return APIDocument { json in
            json.member("certificate", certificate)
            json.member(
                "reason",
                certificate == nil
                    ? "No certificate is stored: the validation lab has not issued one for this database."
                    : nil
            )
        }.reply()
    }

    @Sendable
    private func labels(_ visit: Visit) async throws -> Reply {
        let eventID = try visit.path("event_id")
        let asOf = try visit.query.day("as_of").map { UTCInstant(day: $0, secondOfDay: 86_399) }
        let history = try visit.readNow { try LabelReader($0).history(eventID: eventID, asOf: asOf) }
        guard let history else { throw Problem.unknownEvent(eventID) }
        return APIDocument(history.writeMembers).reply()
    }
}
