/// Routes of one area, declared together.
protocol RouteGroup: Sendable {
    /// The routes.
    var routes: [Route] { get }
}
