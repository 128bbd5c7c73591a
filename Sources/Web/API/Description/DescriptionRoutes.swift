import HTTPTypes
import JSONText

/// What the API says about itself.
struct DescriptionRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(.get, "/openapi.yaml", kind: .api, answer: openAPI),
            Route(.get, "/problems/{kind}", kind: .api, answer: problem),
        ]
    }

    @Sendable
    private func openAPI(_ visit: Visit) async throws -> Reply {
        Reply(EmbeddedFile.named("openapi.yaml").bytes, mediaType: "application/yaml")
    }

    @Sendable
    private func problem(_ visit: Visit) async throws -> Reply {
        let name = try visit.path("kind")
        guard let kind = ProblemKind.named(name) else {
            let kinds = ProblemKind.all.map(\.kind).joined(separator: ", ")
            throw Problem.notFound("kind of problem", name, hint: "there are: \(kinds)")
        }
        return APIDocument(kind.writeMembers).reply()
    }
}
