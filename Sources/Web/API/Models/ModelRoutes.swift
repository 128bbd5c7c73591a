import HTTPTypes
import JSONText
import Market
import Models
import Scores
import Storage

/// The model registry.
struct ModelRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(
                .get,
                "/ml-scores/models",
                kind: .api,
                parameters: ["family", "horizon", "status", "limit", "cursor"],
                answer: list
            ),
            Route(.get, "/ml-scores/models/{model_id}", kind: .api, answer: card),
        ]
    }

    @Sendable
    private func list(_ visit: Visit) async throws -> Reply {
        let family = try scope(visit.query)
        let horizon = try visit.query.horizon()
        let status = try visit.query.code("status", as: ModelStatus.self)
        let limit = try visit.query.integer("limit", in: 1...200) ?? 50
        let cursor = try visit.query.text("cursor", longest: 4096)
        let records = try await visit.read { try ModelStore($0).records() }
            .sorted { ($0.cell, $0.version) < ($1.cell, $1.version) }
        let page = try ItemPage(
            of: records,
            after: cursor,
            of: ListCursor(list: "models"),
            limit: limit,
            key: \.id
        ) { record in
            (family == nil || record.cell.familyName == family)
                && (horizon == nil || record.cell.horizon == horizon)
                && (status == nil || record.status == status)
        }
        return APIDocument { json in
            page.writeMembers(to: &json) { $0.writeLine(to: &$1) }
        }.reply()
    }

    @Sendable
    private func card(_ visit: Visit) async throws -> Reply {
        let id = try visit.path("model_id")
        let records = try await visit.read { try ModelStore($0).records() }
        guard let record = records.first(where: { $0.id == id }) else {
            throw Problem.notFound("model", id, hint: "GET /ml-scores/models lists what there is")
        }
        return APIDocument { json in
            record.writeLine(to: &json)
            record.writeCard(to: &json)
        }.reply()
    }

    /// The name of a family, or `global`; nil where none is named.
    private func scope(_ query: QueryParameters) throws(Problem) -> String? {
        guard let name = try query.text("family") else { return nil }
        guard let scope = ModelScope(code: name) else {
            throw .parameter("family", name, accepted: "the name of a family, or global")
        }
        return scope.code
    }
}
