import HTTPTypes
import Testing

@testable import Web

@Suite
struct SignInTests {
    private static let form: HTTPFields = [
        .contentType: "application/x-www-form-urlencoded", .accept: "text/html",
    ]

    private func signIn(
        _ site: TestSite,
        _ body: String,
        headers: HTTPFields = [:]
    ) async throws -> TestSite.Answer {
        var fields = Self.form
        for field in headers { fields.append(field) }
        return try await site.send(
            .post,
            "/sign-in",
            headers: fields,
            host: "echo.example",
            body: Array(body.utf8)
        )
    }

    private func sent(_ answer: TestSite.Answer) -> String? {
        answer.headers[.setCookie].flatMap { $0.split(separator: ";").first.map(String.init) }
    }

    @Test
    func `signing in opens internal pages until signing out`() async throws {
        let site = try TestSite.empty(settings: .reachable)
        let token = try site.makeToken("laptop")
        let answer = try await signIn(site, "token=\(token)&next=%2Fmetrics")
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/metrics")
        let cookie = try #require(sent(answer))
        let inside = try await site.get("/metrics", headers: [.cookie: "other=1; \(cookie)"])
        #expect(inside.status == 200)
        #expect(inside.headers[.cacheControl] == "no-store")
        let out = try await site.send(.post, "/sign-out", headers: [.cookie: cookie], host: "echo.example")
        #expect(out.status == 303)
        #expect(out.headers[.setCookie]?.contains("Max-Age=0") == true)
        #expect(try await site.get("/metrics", headers: [.cookie: cookie]).status == 401)
    }

    @Test
    func `the cookie is out of reach of scripts and other sites, and secure behind https`() async throws {
        let site = try TestSite.empty(settings: .reachable)
        let token = try site.makeToken("laptop")
        let plain = try #require(try await signIn(site, "token=\(token)").headers[.setCookie])
        #expect(plain.contains("; HttpOnly; SameSite=Strict"))
        #expect(!plain.contains("Secure"))
        #expect(!plain.contains(token))
        let forwarded = try #require(HTTPField.Name("X-Forwarded-Proto"))
        let secure = try await signIn(site, "token=\(token)", headers: [forwarded: "https"])
        #expect(secure.headers[.setCookie]?.hasSuffix("; Secure") == true)
    }

    @Test
    func `a wrong token opens nothing and sets no cookie`() async throws {
        let site = try TestSite.empty(settings: .reachable)
        _ = try site.makeToken("laptop")
        for token in ["", "me_wrong", "%27%20OR%201=1", String(repeating: "x", count: 1_900)] {
            let answer = try await signIn(site, "token=\(token)&next=%2Fjobs")
            #expect(answer.status == 401)
            #expect(answer.headers[.setCookie] == nil)
            #expect(answer.text.contains("This token opens nothing."))
            #expect(answer.text.contains("value=\"/jobs\""))
        }
    }

    @Test
    func `a revoked token ends its sessions`() async throws {
        let site = try TestSite.empty(settings: .reachable)
        let token = try site.makeToken("laptop")
        let cookie = try #require(sent(try await signIn(site, "token=\(token)")))
        #expect(try await site.get("/metrics", headers: [.cookie: cookie]).status == 200)
        try site.revokeToken("laptop")
        #expect(try await site.get("/metrics", headers: [.cookie: cookie]).status == 401)
        #expect(try await site.get("/metrics", headers: [.authorization: "Bearer \(token)"]).status == 401)
    }

    @Test
    func `a session ends after its time`() async throws {
        let clock = TestClock()
        let site = try TestSite.empty(settings: .reachable, clock: clock)
        let token = try site.makeToken("laptop")
        let cookie = try #require(sent(try await signIn(site, "token=\(token)")))
        clock.advance(seconds: 12 * 3_600)
        #expect(try await site.get("/metrics", headers: [.cookie: cookie]).status == 401)
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example", "/\\evil.example", "evil", "", "javascript:alert(1)",
        "/sign-out",
        "/%0d%0aSet-Cookie:a=b\r\nX: y",
    ])
    func `the way on leads nowhere else`(_ next: String) async throws {
        let site = try TestSite.empty(settings: .reachable)
        let token = try site.makeToken("laptop")
        let answer = try await signIn(site, "token=\(token)&next=\(PercentDecoding.encoded(next))")
        // A form with control characters in it is refused as a whole.
        #expect(answer.status == 400 || answer.headers[.location] == "/")
        #expect(SignInRoutes.localPath(next) == "/")
    }

    @Test
    func `other bodies are refused`() async throws {
        let site = try TestSite.empty(settings: .reachable)
        let json = try await site.post("/sign-in", json: "{}")
        #expect(json.status == 415)
        let long = try await signIn(site, "token=\(String(repeating: "x", count: 20_000))")
        #expect(long.status == 413)
        #expect(try await signIn(site, "token=%zz").status == 400)
    }

    @Test
    func `many wrong tries of one client have to wait, others and live tokens do not`() async throws {
        let site = try TestSite.empty(settings: .reachable)
        let token = try site.makeToken("laptop")
        func attempt(_ token: String, from address: String) async throws -> TestSite.Answer {
            try await site.send(
                .get,
                "/metrics",
                headers: [.authorization: "Bearer \(token)"],
                from: address
            )
        }
        for _ in 0..<AccessControl.wrongTriesPerMinute {
            #expect(try await attempt("me_wrong", from: "192.0.2.1").status == 401)
        }
        let refused = try await attempt("me_wrong", from: "192.0.2.1")
        #expect(refused.status == 429)
        #expect(refused.headers[.retryLater] != nil)
        #expect(try await attempt("me_wrong", from: "192.0.2.2").status == 401)
        #expect(try await attempt(token, from: "192.0.2.1").status == 200)
    }
}
