import HTTPTypes
import Testing

@testable import Web

@Suite
struct RouteTableTests {
    private static func route(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ kind: RouteKind = .api
    ) -> Route {
        Route(method, path, kind: kind) { _ in .text(path) }
    }

    private let table = RouteTable([
        route(.get, "/", .page),
        route(.get, "/events"),
        route(.get, "/events", .page),
        route(.get, "/events/{event_id}"),
        route(.get, "/ml-scores/{event_id}"),
        route(.get, "/ml-scores/models"),
        route(.get, "/ml-scores/models/{id}"),
        route(.post, "/ml-scores/batch"),
        route(.get, "/a/{x}/b/{y}"),
        route(.get, "/a/{z}/c"),
    ])

    @Test(arguments: [
        ([], "/"),
        (["events"], "/events"),
        (["events", "7"], "/events/{event_id}"),
        (["ml-scores", "models"], "/ml-scores/models"),
        (["ml-scores", "models", "m"], "/ml-scores/models/{id}"),
        (["ml-scores", "batch"], "/ml-scores/batch"),
        (["a", "1", "b", "2"], "/a/{x}/b/{y}"),
        (["a", "1", "c"], "/a/{z}/c"),
    ])
    func `a path finds its route, literals before parameters`(_ segments: [String], _ path: String) throws {
        let match = try #require(table.match(segments))
        let endpoint = try #require(match.endpoints.first)
        let index = try #require(endpoint.api ?? endpoint.page)
        #expect(table.routes[index].path == path)
    }

    @Test(arguments: [
        ["nothing"], ["events", "7", "more"], ["a"], ["a", "1"], ["ml-scores"], [""], ["Events"],
    ])
    func `other paths find nothing`(_ segments: [String]) {
        #expect(table.match(segments) == nil)
    }

    @Test
    func `parameters have the names that the route gives them, whatever its neighbours call them`() throws {
        let first = try #require(table.match(["a", "1", "b", "2"]))
        let index = try #require(first.endpoints.first?.api)
        #expect(table.parameters(of: index, first.values) == ["x": "1", "y": "2"])
        let second = try #require(table.match(["a", "1", "c"]))
        let other = try #require(second.endpoints.first?.api)
        #expect(table.parameters(of: other, second.values) == ["z": "1"])
    }

    @Test
    func `a literal that leads nowhere gives way to a parameter`() throws {
        let table = RouteTable([
            Self.route(.get, "/x/models/all"), Self.route(.get, "/x/{id}/one"),
        ])
        let match = try #require(table.match(["x", "models", "one"]))
        #expect(match.values == ["models"])
    }

    @Test
    func `page and API share a path`() throws {
        let endpoint = try #require(table.match(["events"])?.endpoints.first)
        #expect(endpoint.page != nil && endpoint.api != nil)
    }

    @Test
    func `the program's own table can be built and each path begins with a slash`() {
        let table = RouteTable(AllRoutes.all)
        #expect(table.routes.allSatisfy { $0.path.hasPrefix("/") })
    }
}
