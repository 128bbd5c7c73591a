import HTTPTypes
import Testing

@testable import Web

@Suite
struct LogTests {
    @Test
    func `a request is one line with what it was, and without anything secret`() async throws {
        let log = LogLines()
        let site = try TestSite.empty(settings: .reachable, log: log)
        let token = try site.makeToken("laptop")
        let body = "token=\(token)&next=%2Fjobs"
        let signedIn = try await site.send(
            .post,
            "/sign-in",
            headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(body.utf8)
        )
        let cookie = try #require(signedIn.headers[.setCookie]?.split(separator: ";").first.map(String.init))
        _ = try await site.get("/metrics", headers: [.authorization: "Bearer \(token)"])
        _ = try await site.get("/metrics", headers: [.authorization: "Bearer me_wrong-secret"])
        _ = try await site.get("/metrics", headers: [.cookie: cookie])
        _ = try await site.get("/events?ticker=QUERY-SECRET&nothing=QUERY-SECRET")
        _ = try await site.get("/sign-in?next=/QUERY-SECRET")
        let session = try #require(cookie.split(separator: "=").last)
        for line in log.lines {
            for secret in [
                token, "wrong-secret", String(session), "QUERY-SECRET", "Bearer",
                AccessSecret.digest(of: token),
            ] {
                #expect(!line.contains(secret), "\(line)")
            }
        }
        // A slow one on a busy machine is a warning.
        let requests = log.lines.filter {
            $0.hasPrefix("info request ") || $0.hasPrefix("warning slow request ")
        }
        #expect(requests.count == 6)
        for name in ["request_id=", "method=", "route=", "status=", "bytes=", "milliseconds=", "client="] {
            #expect(requests.allSatisfy { $0.contains(" \(name)") })
        }
        #expect(requests.contains { $0.contains("route=/metrics") && $0.contains("status=200") })
    }

    @Test
    func `a hostile method or path does not break the log`() async throws {
        let log = LogLines()
        let site = try TestSite.empty(log: log)
        let method = try #require(HTTPRequest.Method("X" + String(repeating: "Y", count: 500)))
        _ = try await site.send(method, "/events/%0a%0dfake=1")
        #expect(log.lines.allSatisfy { !$0.contains("\n") && $0.utf8.count < 600 })
    }
}
