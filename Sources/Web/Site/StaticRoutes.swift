import HTTPTypes

/// Files that belong to the pages.
struct StaticRoutes: RouteGroup {
    var routes: [Route] {
        StaticFile.all.map { file in
            Route(.get, file.path, kind: .asset, caching: .forever) { _ in
                Reply(file.bytes, mediaType: file.mediaType)
            }
        }
    }
}
