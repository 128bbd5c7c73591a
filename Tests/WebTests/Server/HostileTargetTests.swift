import HTTPTypes
import Testing

@testable import Web

@Suite
struct HostileTargetTests {
    /// Requests to the program's own routes that must be refused with a clear message.
    static let requests: [(target: String, statuses: Set<Int>)] = [
        ("/../etc/passwd", [400]),
        ("/%2e%2e/%2e%2e/etc/passwd", [400]),
        ("/static/..%2f..%2fetc%2fpasswd", [400]),
        ("/static/%2e%2e", [400]),
        ("/static/site.css%00.html", [400]),
        ("/events/%00", [400]),
        ("/events/%FF%FE", [400]),
        ("/events/%C0%AE%C0%AE", [400]),
        ("/events//", [400]),
        ("//evil.example/", [400]),
        ("/events?limit=1;DROP%20TABLE%20events", [400]),
        ("/events?limit=%27%20OR%20%271%27=%271", [400]),
        ("/events?ticker=%00", [400]),
        ("/events?ticker=%FF", [400]),
        ("/events?ticker=a&ticker=b", [400]),
        ("/events?no_such=1", [400]),
        ("/events?cursor=%F0%9F%92%A9", [400]),
        ("/events?since=2024-13-45", [400]),
        ("/events?since=9999999999-01-01", [400]),
        ("/ml-scores/x?horizon=7d", [400]),
        ("/ml-scores/'%20UNION%20SELECT%20*%20FROM%20access_tokens--", [404]),
        ("/events/'%3B%20DROP%20TABLE%20events%3B--", [404]),
        ("/companies/%3Cscript%3Ealert(1)%3C%2Fscript%3E", [400]),
        ("/companies/%3Cscript%3E", [400, 404]),
        ("/nothing%0d%0aSet-Cookie:%20a=b", [400]),
        ("/" + String(repeating: "a/", count: 5_000), [414]),
        ("/events?ticker=" + String(repeating: "A", count: 9_000), [414]),
        ("/events?ticker=" + String(repeating: "A", count: 5_000), [400]),
        ("/wp-login.php", [404]),
        ("/.env", [404]),
        ("*", [400]),
        ("http://evil.example/events", [400]),
    ]

    @Test(arguments: requests)
    func `a hostile request gets a clear refusal`(_ target: String, _ statuses: Set<Int>) async throws {
        let site = try TestSite.empty()
        let answer = try await site.get(target)
        #expect(statuses.contains(answer.status), "\(answer.status) \(answer.text)")
        #expect(answer.headers[.contentType] == "application/problem+json")
        let detail = try #require(answer.object?["detail"] as? String)
        #expect((10...400).contains(detail.count))
        #expect(!detail.contains("SQLite") && !detail.lowercased().contains("syntax error"))
        let page = try await site.page(target)
        #expect((400..<500).contains(page.status) || page.status == 200 && target.contains("?"))
        #expect(!page.text.contains("<script>alert"))
    }

    @Test(arguments: ["/ml-scores/batch", "/radarquant/ask"])
    func `hostile bodies are refused`(_ path: String) async throws {
        let site = try TestSite.empty()
        let bodies = [
            "", "null", "[]", "{", "{}", "{\"a\":1}", "\u{FEFF}{}", "{\"event_ids\":\"x\"}",
            "{\"event_ids\":[1]}",
            "{\"event_ids\":[\"a\"],\"event_ids\":[\"b\"]}", "{\"question\":5}", "{\"question\":\"\"}",
            "{\"event_ids\":[\(Array(repeating: "\"a\"", count: 10_000).joined(separator: ","))]}",
            String(repeating: "[", count: 10_000),
            "{\"question\":\"\(String(repeating: "a", count: 60_000))\"}",
        ]
        for body in bodies {
            let answer = try await site.post(path, json: body)
            #expect((400..<500).contains(answer.status), "\(body.prefix(40)) gives \(answer.status)")
            #expect(answer.headers[.contentType] == "application/problem+json")
        }
        #expect(try await site.post(path, json: String(repeating: " ", count: 100_000)).status == 413)
        #expect(try await site.send(.post, path, body: Array("{}".utf8)).status == 415)
        let invalid = try await site.send(
            .post,
            path,
            headers: [.contentType: "application/json"],
            body: [0x7B, 0x22, 0xFF, 0x22, 0x7D]
        )
        #expect(invalid.status == 400)
    }

    @Test
    func `a header cannot be smuggled into an answer`() async throws {
        let site = try TestSite.empty()
        let answer = try await site.page("/sign-in/?next=%0d%0aSet-Cookie:%20a=b")
        #expect(answer.status == 308)
        #expect(answer.headers[.setCookie] == nil)
        #expect(answer.headers[.location]?.contains("\r") == false)
    }
}
