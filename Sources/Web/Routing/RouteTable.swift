import HTTPTypes

/// Finds the routes of a path: literal segments before parameters, pages beside the API.
struct RouteTable: Sendable {
    /// What one method does at a path; numbers are positions in `routes`.
    struct Endpoint: Sendable {
        /// The method.
        let method: HTTPRequest.Method
        /// The route that gives a page.
        var page: Int?
        /// The route that gives something for programs.
        var api: Int?
    }

    /// A path that exists, with the values of its parameters.
    struct Match: Sendable {
        /// What the methods do there.
        let endpoints: [Endpoint]
        /// Values of the parameters in the order of the path.
        let values: [String]
    }

    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        /// No element, or the one below any segment.
        var parameter: [Node] = []
        var endpoints: [Endpoint] = []
    }

    /// All routes.
    let routes: [Route]
    private let parameterNames: [[String]]
    private var root = Node()

    /// Builds the table; a path that begins without a slash and a route that is declared twice are programming errors.
    init(_ routes: [Route]) {
        self.routes = routes
        parameterNames = routes.map { route in
            Self.segments(of: route).filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
        }
        for (index, route) in routes.enumerated() {
            Self.insert(route, index, Self.segments(of: route)[...], into: &root)
        }
    }

    /// The path with the given decoded segments; nil where no route has it.
    func match(_ segments: [String]) -> Match? {
        Self.find(segments[...], in: root, values: [])
    }

    /// The values of a match by the names that a route gives its parameters.
    func parameters(of index: Int, _ values: [String]) -> [String: String] {
        guard !values.isEmpty else { return [:] }
        return Dictionary(zip(parameterNames[index], values)) { first, _ in first }
    }

    // MARK: Building

    private static func segments(of route: Route) -> [Substring] {
        precondition(route.path.hasPrefix("/"), "the path \(route.path) does not begin with a slash")
        return route.path.dropFirst().split(separator: "/")
    }

    private static func insert(
        _ route: Route,
        _ index: Int,
        _ segments: ArraySlice<Substring>,
        into node: inout Node
    ) {
        guard let segment = segments.first else { return add(route, index, to: &node.endpoints) }
        if segment.hasPrefix("{") {
            if node.parameter.isEmpty { node.parameter.append(Node()) }
            insert(route, index, segments.dropFirst(), into: &node.parameter[0])
        } else {
            insert(route, index, segments.dropFirst(), into: &node.literals[String(segment), default: Node()])
        }
    }

    private static func add(_ route: Route, _ index: Int, to endpoints: inout [Endpoint]) {
        let position = endpoints.firstIndex { $0.method == route.method } ?? endpoints.count
        if position == endpoints.count { endpoints.append(Endpoint(method: route.method)) }
        let place: WritableKeyPath<Endpoint, Int?> = route.kind == .page ? \.page : \.api
        guard endpoints[position][keyPath: place] == nil else {
            fatalError("\(route.method) \(route.path) is declared twice")
        }
        endpoints[position][keyPath: place] = index
    }

    // MARK: Finding

    private static func find(_ segments: ArraySlice<String>, in node: Node, values: [String]) -> Match? {
        guard let segment = segments.first else {
            return node.endpoints.isEmpty ? nil : Match(endpoints: node.endpoints, values: values)
        }
        let rest = segments.dropFirst()
        if let child = node.literals[segment], let match = find(rest, in: child, values: values) {
            return match
        }
        guard let child = node.parameter.first else { return nil }
        return find(rest, in: child, values: values + [segment])
    }
}
