/// The table of everything that the server answers, one group a line.
enum AllRoutes {
    /// The groups.
    static let groups: [any RouteGroup] = [
        BacktestRoutes(),
        DescriptionRoutes(),
        EventRoutes(),
        InsiderPageRoutes(),
        JobRoutes(),
        ModelRoutes(),
        MonitoringRoutes(),
        OperationRoutes(),
        PageRoutes(),
        RadarQuantRoutes(),
        ScoreRoutes(),
        SignInRoutes(),
        StaticRoutes(),
    ]

    /// The routes of all groups.
    static let all: [Route] = groups.flatMap(\.routes)
}
