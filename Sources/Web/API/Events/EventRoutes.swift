import Events
import HTTPTypes
import JSONText
import Scores
import Storage

/// Stored events and companies.
struct EventRoutes: RouteGroup {
    /// The newest events that a company's answer holds.
    static let newestEvents = 20

    var routes: [Route] {
        [
            Route(.get, "/events", kind: .api, parameters: EventQuery.parameterNames, answer: list),
            Route(.get, "/events/{event_id}", kind: .api, answer: event),
            Route(.get, "/companies/{ticker}", kind: .api, answer: company),
        ]
    }

    @Sendable
    private func list(_ visit: Visit) async throws -> Reply {
        let query = try EventQuery(visit.query)
        let page = try await visit.read { try EventReader($0).page(query) }
        return APIDocument { json in
            ItemPage(items: page.rows, nextCursor: page.next?.encoded).writeMembers(to: &json) {
                $0.writeMembers(to: &$1)
            }
            json.member("total", page.total)
            json.member("status", Prediction.status)
        }.reply()
    }

    @Sendable
    private func event(_ visit: Visit) async throws -> Reply {
        let eventID = try visit.path("event_id")
        let detail = try await visit.read { try EventDetail(eventID: eventID, $0) }
        guard let detail else { throw Problem.unknownEvent(eventID) }
        return APIDocument(detail.writeMembers).reply()
    }

    @Sendable
    private func company(_ visit: Visit) async throws -> Reply {
        let ticker = try visit.path("ticker").uppercased()
        let query = try EventQuery(ticker: ticker, limit: Self.newestEvents)
        let found = try await visit.read { connection in
            try CompanyReader(connection).overview(ticker: ticker).map {
                (company: $0, newest: try EventReader(connection).page(query).rows)
            }
        }
        guard let found else {
            throw Problem.notFound("company", ticker, hint: "GET /events lists events with their tickers")
        }
        return APIDocument { json in
            found.company.writeMembers(to: &json)
            json.member("newest_events", objects: found.newest) { $0.writeMembers(to: &$1) }
            json.member("status", Prediction.status)
        }.reply()
    }
}
