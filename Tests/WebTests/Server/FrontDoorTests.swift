import HTTPTypes
import JSONText
import Storage
import Testing

@testable import Web

@Suite
struct FrontDoorTests {
    private struct Inner: Error, CustomStringConvertible {
        let description = "the secret path /srv/inner.sqlite and a query"
    }

    private static let routes = [
        Route(.get, "/", kind: .page) { _ in .html(Array("<p>home".utf8)) },
        Route(.get, "/both", kind: .api) { _ in .json { $0.member("kind", "document") } },
        Route(.get, "/both", kind: .page) { _ in .html(Array("<p>page".utf8)) },
        Route(.get, "/page", kind: .page, parameters: ["a"]) { visit in
            .html(Array("a=\(try visit.query.text("a") ?? "")".utf8))
        },
        Route(.get, "/items/{item}", kind: .api, parameters: ["limit"]) { visit in
            .text(try visit.path("item"))
        },
        Route(.post, "/items/{item}", kind: .api, caching: .never) { visit in
            .text("\(try await visit.body(upTo: 10).count)")
        },
        Route(.get, "/file", kind: .asset, caching: .forever) { _ in .text("file") },
        Route(.get, "/fails", kind: .api) { _ in throw Inner() },
        Route(.get, "/fails-page", kind: .page) { _ in throw Inner() },
        Route(.get, "/gone", kind: .api) { _ in throw StorageError.inaccessible(path: "/srv/x", reason: "why")
        },
        Route(.get, "/refuses", kind: .page) { _ in throw Problem.notFound("thing", "<b>", hint: "see '/'") },
    ]

    private func site(log: LogLines = LogLines()) throws -> TestSite {
        try TestSite.empty(log: log, routes: Self.routes)
    }

    // MARK: Methods and paths

    @Test
    func `HEAD is GET without a body`() async throws {
        let site = try site()
        let get = try await site.get("/items/seven")
        let head = try await site.send(.head, "/items/seven")
        #expect(head.status == 200)
        #expect(head.bytes.isEmpty)
        #expect(head.headers[.contentLength] == "5")
        #expect(head.headers[.eTag] == get.headers[.eTag])
    }

    @Test
    func `another method is refused with those that are accepted`() async throws {
        let site = try site()
        for method in [HTTPRequest.Method.put, .delete, .patch, .trace, .connect] {
            let answer = try await site.send(method, "/items/seven")
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS, POST")
            #expect(answer.problemKind == "method-not-allowed")
        }
        #expect(try await site.send(.post, "/page").headers[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test
    func `OPTIONS tells the methods`() async throws {
        let answer = try await site().send(.options, "/items/seven")
        #expect(answer.status == 204)
        #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS, POST")
        #expect(answer.bytes.isEmpty)
        #expect(try await site().send(.options, "/nothing").status == 404)
    }

    @Test
    func `a slash behind a page's path leads to the page, behind others to nothing`() async throws {
        let site = try site()
        let answer = try await site.page("/page/?a=%20x")
        #expect(answer.status == 308)
        #expect(answer.headers[.location] == "/page?a=%20x")
        #expect(try await site.get("/items/seven/").status == 404)
        #expect(try await site.page("//evil.example/").status == 400)
    }

    @Test
    func `page or document, as the client likes`() async throws {
        let site = try site()
        for _ in 0..<2 {
            let document = try await site.get("/both")
            #expect(document.text == "{\"kind\":\"document\"}")
            #expect(document.headers[.vary] == "Accept, Accept-Encoding")
            #expect(try await site.page("/both").text == "<p>page")
        }
        #expect(try await site.get("/page").text == "a=", "a page is all there is")
        #expect(try await site.page("/items/x").text == "x", "a document is all there is")
    }

    @Test
    func `the API refuses parameters that it does not know, pages do not mind`() async throws {
        let site = try site()
        let answer = try await site.get("/items/x?limitt=3")
        #expect(answer.status == 400)
        #expect(
            answer.object?["detail"] as? String == "query parameter is 'limitt'; accepted is one of: limit"
        )
        #expect(try await site.get("/page?utm=1").status == 200)
    }

    // MARK: Headers

    @Test(arguments: [
        "/", "/both", "/file", "/nothing", "/fails", "/fails-page", "/items/x?y=1", "/page/", "/%00",
    ])
    func `every answer carries the security headers and its own name`(_ target: String) async throws {
        let answer = try await site().get(target)
        for field in SecurityHeaders.fields { #expect(answer.headers[field.name] == field.value) }
        #expect(answer.headers[.requestID]?.isEmpty == false)
        #expect(answer.headers[.contentLength] == "\(answer.bytes.count)")
        #expect(answer.headers[values: .contentType].count == 1)
    }

    @Test
    func `nothing inline may run`() {
        #expect(SecurityHeaders.contentPolicy.hasPrefix("default-src 'none'; "))
        #expect(!SecurityHeaders.contentPolicy.contains("unsafe"))
    }

    @Test(arguments: [
        ("abc-1_2.3:4", true), ("x", true), (String(repeating: "a", count: 64), true),
        (String(repeating: "a", count: 65), false), ("", false), ("a b", false), ("a\"b", false),
        ("<script>", false),
        ("é", false), ("a,b", false),
    ])
    func `a client's own request name is kept where it is harmless`(_ name: String, _ kept: Bool) async throws
    {
        let answer = try await site().get("/nothing", headers: [.requestID: name])
        #expect((answer.headers[.requestID] == name) == kept)
        #expect(answer.object?["request_id"] as? String == answer.headers[.requestID])
    }

    @Test
    func `request names differ`() async throws {
        let site = try site()
        var names: Set<String> = []
        for _ in 0..<50 { names.insert(try await site.get("/both").headers[.requestID] ?? "") }
        #expect(names.count == 50)
    }

    @Test
    func `caching is as the route says`() async throws {
        let site = try site()
        #expect(try await site.get("/both").headers[.cacheControl] == "no-cache")
        #expect(try await site.get("/file").headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(try await site.get("/nothing").headers[.cacheControl] == "no-store")
        #expect(try await site.send(.post, "/items/x").headers[.cacheControl] == "no-store")
    }

    // MARK: Errors

    @Test
    func `an error from inside stays inside, and the log has it`() async throws {
        let log = LogLines()
        let site = try site(log: log)
        for answer in [try await site.get("/fails"), try await site.page("/fails-page")] {
            #expect(answer.status == 500)
            #expect(!answer.text.contains("inner.sqlite"))
            let name = try #require(answer.headers[.requestID])
            #expect(answer.text.contains(name))
            #expect(log.lines.contains { $0.contains("inner.sqlite") && $0.contains("request_id=\(name)") })
        }
    }

    @Test
    func `a database out of reach is a passing trouble`() async throws {
        let answer = try await site().get("/gone")
        #expect(answer.status == 503)
        #expect(answer.headers[.retryLater] == "5")
        #expect(!answer.text.contains("/srv/x"))
    }

    @Test
    func `a problem has the members of RFC 9457, the disclaimer and no path of its own`() async throws {
        let answer = try await site().get("/nothing?secret=1")
        #expect(answer.headers[.contentType] == "application/problem+json")
        let object = try #require(answer.object)
        #expect(object["type"] as? String == "/problems/not-found")
        #expect(object["status"] as? Int == 404)
        #expect(object["instance"] as? String == "/nothing")
        #expect((object["title"] as? String)?.isEmpty == false)
        #expect((object["disclaimer"] as? String)?.contains("not investment advice") == true)
        #expect(!answer.text.contains("secret"))
    }

    @Test
    func `a page's error is a page, escaped`() async throws {
        let answer = try await site().page("/refuses")
        #expect(answer.status == 404)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.text.contains("&lt;b&gt;"))
        #expect(!answer.text.contains("<b>"))
        #expect(try await site().page("/nothing").headers[.contentType] == "text/html; charset=utf-8")
    }

    // MARK: Bodies

    @Test
    func `a body over the limit is refused, by its length or by its bytes`() async throws {
        let site = try site()
        #expect(try await site.send(.post, "/items/x", body: Array("1234567890".utf8)).text == "10")
        let long = try await site.send(.post, "/items/x", body: Array("12345678901".utf8))
        #expect(long.status == 413)
        let claimed = try await site.send(.post, "/items/x", headers: [.contentLength: "11"])
        #expect(claimed.status == 413)
        #expect(
            claimed.object?["detail"] as? String
                == "the body is longer than 10 bytes, the most that is accepted here"
        )
    }
}
