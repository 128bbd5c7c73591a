import HTTPTypes

/// Files that belong to the pages, and the description of the API.
struct StaticRoutes: RouteGroup {
    var routes: [Route] {
        StaticFile.all.map { file in
            Route(.get, file.path, kind: .asset, caching: .forever) { _ in
                Reply(file.bytes, mediaType: file.mediaType)
            }
        } + [
            Route(.get, "/openapi.yaml", kind: .asset, caching: .untilDataChanges) { _ in
                Reply(EmbeddedFile.named("openapi.yaml").bytes, mediaType: "application/yaml")
            }
        ]
    }
}
