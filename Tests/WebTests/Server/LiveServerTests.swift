import HTTPTypes
import ServiceLifecycle
import Storage
import Testing

@testable import Web

@Suite
struct LiveServerTests {
    private static let routes = [
        Route(.get, "/text", kind: .api) { _ in .text("the text") },
        Route(.post, "/body", kind: .api, caching: .never) { visit in
            .text("\(try await visit.body(upTo: visit.site.settings.largestBody).count)")
        },
    ]

    private static func head(_ line: String, _ fields: String...) -> String {
        ([line, "Host: localhost"] + fields + ["Connection: close", "", ""]).joined(separator: "\r\n")
    }

    @Test
    func `a request over a socket is answered`() async throws {
        let answer = try await LiveSite.run(routes: Self.routes) { live in
            try await RawConnection.exchange(port: live.port, Self.head("GET /text HTTP/1.1"))
        }
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("\r\n\r\nthe text"))
        #expect(answer.contains("\r\nDate: "))
        #expect(!answer.lowercased().contains("\r\nserver:"))
    }

    @Test(
        arguments: [
            ("a long field", "GET /text HTTP/1.1", ["X: \(String(repeating: "a", count: 10_000))"], 431),
            ("many fields", "GET /text HTTP/1.1", (0..<200).map { "X-\($0): a" }, 431),
            (
                "many bytes in many fields", "GET /text HTTP/1.1",
                (0..<90).map { "X-\($0): \(String(repeating: "a", count: 900))" }, 431
            ),
            ("a long target", "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1", [], 414),
            ("no HTTP", "HELLO", [], 400),
            ("another version", "GET /text HTTP/9.9", [], 400),
            ("two lengths", "POST /body HTTP/1.1", ["Content-Length: 3", "Content-Length: 4"], 400),
            (
                "length and chunks", "POST /body HTTP/1.1",
                ["Content-Length: 3", "Transfer-Encoding: chunked"], 400
            ),
            ("a length that is none", "POST /body HTTP/1.1", ["Content-Length: many"], 400),
            ("a negative length", "POST /body HTTP/1.1", ["Content-Length: -1"], 400),
            ("a folded field", "GET /text HTTP/1.1", ["X: a", " b"], 400),
            ("a field without a name", "GET /text HTTP/1.1", [": a"], 400),
            ("a space before the colon", "GET /text HTTP/1.1", ["X : a"], 400),
            ("a zero byte", "GET /text HTTP/1.1", ["X: a\u{0}b"], 400),
            ("bytes that are no ASCII in the path", "GET /caf\u{e9} HTTP/1.1", [], 400),
        ] as [(String, String, [String], Int)]
    )
    func `what is no proper request is refused`(
        _ what: String,
        _ line: String,
        _ fields: [String],
        _ status: Int
    ) async throws {
        let text = ([line, "Host: localhost"] + fields + ["Connection: close", "", ""]).joined(
            separator: "\r\n"
        )
        let answer = try await LiveSite.run(routes: Self.routes) { live in
            try await RawConnection.exchange(port: live.port, text)
        }
        let first = answer.prefix { $0 != "\r\n" }
        // A long target may also be refused as a head that is too long.
        let accepted = status == 414 ? [414, 431, 400] : [status]
        #expect(accepted.contains { answer.hasPrefix("HTTP/1.1 \($0) ") }, "\(what): \(first)")
        #expect(answer.contains("application/problem+json"), "\(what): \(answer.prefix(500))")
    }

    @Test
    func `no Host is refused`() async throws {
        let answer = try await LiveSite.run(routes: Self.routes) { live in
            try await RawConnection.exchange(
                port: live.port,
                "GET /text HTTP/1.1\r\nConnection: close\r\n\r\n"
            )
        }
        #expect(answer.hasPrefix("HTTP/1.1 400 "))
    }

    @Test
    func `a body in chunks is counted as it comes, and cut off when it does not end`() async throws {
        var settings = WebSettings()
        settings.largestBody = 1_024
        let (small, endless) = try await LiveSite.run(routes: Self.routes, settings: settings) { live in
            let chunked = Self.head("POST /body HTTP/1.1", "Transfer-Encoding: chunked")
            let small = try await RawConnection.exchange(port: live.port, chunked + "3\r\nabc\r\n0\r\n\r\n")
            let endless = try await RawConnection.to(port: live.port) { conversation in
                try await conversation.send(chunked)
                let chunk = "1000\r\n\(String(repeating: "x", count: 4_096))\r\n"
                // Forty chunks are more than is let through; the last one never comes.
                for _ in 0..<40 { try? await conversation.send(chunk) }
                return await conversation.rest()
            }
            return (small, endless)
        }
        #expect(small.hasSuffix("\r\n\r\n3"))
        #expect(endless.hasPrefix("HTTP/1.1 413 "))
    }

    @Test(arguments: ["zz\r\nabc\r\n", "3\r\nabcd\r\n", "-1\r\n", "fffffffffffffffffff\r\n"])
    func `chunks that are none are refused`(_ chunk: String) async throws {
        let log = LogLines()
        let answer = try await LiveSite.run(routes: Self.routes, log: log) { live in
            let head = Self.head("POST /body HTTP/1.1", "Transfer-Encoding: chunked")
            return try await RawConnection.exchange(port: live.port, head + chunk)
        }
        #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer.prefix(300))")
        #expect(!log.lines.contains { $0.hasPrefix("error") })
    }

    @Test
    func `a large body with its length is refused and the answer arrives`() async throws {
        let answer = try await LiveSite.run(routes: Self.routes) { live in
            let size = 3_000_000
            return try await RawConnection.exchange(
                port: live.port,
                Self.head("POST /body HTTP/1.1", "Content-Length: \(size)")
                    + String(repeating: "x", count: size)
            )
        }
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(answer.contains("/problems/content-too-large"))
    }

    @Test
    func `many requests on one connection are answered in order`() async throws {
        let answers = try await LiveSite.run(routes: Self.routes) { live in
            let one = "GET /text HTTP/1.1\r\nHost: localhost\r\n\r\n"
            let text = String(repeating: one, count: 20) + Self.head("GET /nothing HTTP/1.1")
            return try await RawConnection.exchange(port: live.port, text)
        }
        #expect(answers.components(separated: "HTTP/1.1 200 OK").count == 21)
        #expect(answers.components(separated: "HTTP/1.1 404 Not Found").count == 2)
    }

    // MARK: The end

    @Test
    func `a request in flight gets its whole answer, idle connections are closed, and the server ends`()
        async throws
    {
        let entered = Gate()
        let leave = Gate()
        let slow = Route(.get, "/slow", kind: .api, caching: .never) { _ in
            entered.open()
            await leave.pass()
            return .text(String(repeating: "slow ", count: 50_000))
        }
        let answer = try await LiveSite.run(routes: Self.routes + [slow]) { live in
            try await RawConnection.to(port: live.port) { idle in
                try await idle.send("GET /text HTTP/1.1\r\nHost: localhost\r\n\r\n")
                _ = try await idle.receive(through: "the text")
                async let answer = RawConnection.exchange(
                    port: live.port,
                    "GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n"
                )
                await entered.pass()
                await live.group.triggerGracefulShutdown()
                // The idle connection is closed while the slow request is still in its route.
                #expect(await idle.rest() == "")
                leave.open()
                return try await answer
            }
        }
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix(String(repeating: "slow ", count: 50_000)))
    }

    @Test
    func `a port that is in use is named`() async throws {
        let (port, error) = try await LiveSite.run(routes: Self.routes) { live in
            var settings = WebSettings()
            settings.port = live.port
            let server = WebServer(job: live.site.job, settings: settings, version: "0.0.0-test")
            let error = await #expect(throws: WebServerError.self) { try await server.run { _ in } }
            return (live.port, error)
        }
        #expect(error == .portInUse(host: "127.0.0.1", port: port))
        #expect(error?.description.contains("--port") == true)
    }

    @Test(arguments: ["0.0.0.0", "192.0.2.1", "::", "example.org"])
    func `off loopback the server does not start without a token`(_ host: String) async throws {
        var settings = WebSettings()
        settings.host = host
        let site = try TestSite.empty()
        let server = WebServer(job: site.site.job, settings: settings, version: "0.0.0-test")
        let error = await #expect(throws: WebServerError.self) { try await server.run { _ in } }
        #expect(error == .noToken(host: host, isLoopback: false))
        #expect(error?.description.contains("market-echo tokens create") == true)
    }

    @Test
    func `a token that was revoked does not count`() async throws {
        var settings = WebSettings()
        settings.alwaysRequiresToken = true
        let site = try TestSite.empty()
        _ = try site.makeToken("gone")
        try site.revokeToken("gone")
        let server = WebServer(job: site.site.job, settings: settings, version: "0.0.0-test")
        let error = await #expect(throws: WebServerError.self) { try await server.run { _ in } }
        #expect(error == .noToken(host: "127.0.0.1", isLoopback: true))
    }
}

extension String {
    /// The parts between occurrences of a text.
    fileprivate func components(separated text: String) -> [Substring] {
        split(separator: text, omittingEmptySubsequences: false)
    }
}
