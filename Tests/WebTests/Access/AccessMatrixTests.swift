import HTTPTypes
import Testing

@testable import Web

@Suite
struct AccessMatrixTests {
    private static let routes = [
        Route(.get, "/open", kind: .api, caching: .never) { _ in .text("open") },
        Route(.post, "/open", kind: .api, caching: .never) { _ in .text("open") },
        Route(.get, "/page", kind: .page, caching: .never) { _ in .html(Array("page".utf8)) },
        Route(.get, "/inner", kind: .api, audience: .insiders) { _ in .text("inner") },
        Route(.post, "/inner", kind: .api, audience: .insiders, caching: .never) { _ in .text("inner") },
        Route(.get, "/inner-page", kind: .page, audience: .insiders) { _ in .html(Array("inner page".utf8)) },
    ]

    enum Place: CaseIterable { case loopback, loopbackAlways, elsewhere }
    enum Token: CaseIterable { case none, good, wrong, malformed, revoked }

    private func settings(_ place: Place) -> WebSettings {
        var settings = place == .elsewhere ? WebSettings.reachable : WebSettings()
        settings.alwaysRequiresToken = place == .loopbackAlways
        return settings
    }

    private func headers(_ token: Token, _ site: TestSite) throws -> HTTPFields {
        switch token {
        case .none: return [:]
        case .good: return [.authorization: "Bearer \(try site.makeToken("good"))"]
        case .wrong: return [.authorization: "Bearer me_0123456789012345678901234567890123456789012"]
        case .malformed: return [.authorization: "Basic dXNlcjpwYXNz"]
        case .revoked:
            let secret = try site.makeToken("revoked")
            try site.revokeToken("revoked")
            return [.authorization: "Bearer \(secret)"]
        }
    }

    @Test(arguments: Place.allCases, Token.allCases)
    func `who may see what`(_ place: Place, _ token: Token) async throws {
        let site = try TestSite.empty(settings: settings(place), routes: Self.routes)
        let headers = try headers(token, site)
        let isFree = place == .loopback
        let isIn = isFree || token == .good
        // A token that opens nothing is told so everywhere: its owner has something to mend.
        let isRefused = !isFree && [.wrong, .malformed, .revoked].contains(token)
        #expect(try await site.get("/open", headers: headers).status == (isRefused ? 401 : 200))
        #expect(try await site.send(.post, "/open", headers: headers).status == (isRefused ? 401 : 200))
        #expect(try await site.get("/page", headers: headers).status == (isRefused ? 401 : 200))
        for method in [HTTPRequest.Method.get, .head, .post] {
            let answer = try await site.send(method, "/inner", headers: headers)
            #expect(answer.status == (isIn ? 200 : 401))
            if !isIn { #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true) }
        }
        let page = try await site.get("/inner-page?a=%20b", headers: headers)
        #expect(page.status == (isIn ? 200 : isRefused ? 401 : 303))
        if page.status == 303 {
            #expect(page.headers[.location] == "/sign-in?next=%2Finner-page%3Fa%3D%2520b")
        }
    }

    @Test
    func `what an insider was answered is not kept for others`() async throws {
        let site = try TestSite.empty(settings: .reachable, routes: Self.routes)
        let token = try site.makeToken("laptop")
        let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
        for _ in 0..<2 {
            let answer = try await site.get("/inner", headers: bearer)
            #expect(answer.status == 200)
            #expect(answer.headers[.cacheControl] == "private, no-cache")
        }
        #expect(site.site.responses.figures.hits == 1)
        #expect(try await site.get("/inner").status == 401)
    }

    @Test
    func `every route of the program that shows diagnostics is behind the token`() async throws {
        let site = try TestSite.empty(settings: .reachable)
        let inner = [
            "/metrics", "/jobs", "/data-quality", "/ml/monitoring", "/ml/validation", "/ml/labels/{event_id}",
        ]
        for route in AllRoutes.all where route.method == .get {
            let isInner = inner.contains(route.path)
            if isInner { #expect(route.audience == .insiders, "\(route.path) is open") }
            guard route.audience == .insiders else { continue }
            let path = route.path.replacing("{event_id}", with: "x").replacing("{id}", with: "x")
            let answer = route.kind == .page ? try await site.page(path) : try await site.get(path)
            #expect([401, 303].contains(answer.status), "\(route.path) gives \(answer.status)")
        }
        for path in ["/health", "/ready"] { #expect(try await site.get(path).status == 200) }
    }
}
