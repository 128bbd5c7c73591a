import HTTPTypes
import NIOCore
import Pipeline
import Storage
import Synchronization
import Testing

@testable import Web

@Suite
struct CachedAnswerTests {
    /// Routes that count how often they are asked.
    private final class Counter: Sendable {
        let count = Atomic<Int>(0)

        var routes: [Route] {
            [
                Route(.get, "/data", kind: .api, parameters: ["a"]) { visit in
                    self.count.add(1, ordering: .relaxed)
                    let tokens = try visit.readNow { try AccessTokenStore($0).all().count }
                    return .text("\(tokens) " + String(repeating: "text ", count: 1_000))
                },
                Route(.get, "/small", kind: .api) { _ in .text("small") },
                Route(.get, "/picture", kind: .asset) { _ in
                    Reply([UInt8](repeating: 0, count: 5_000), mediaType: "image/png")
                },
                Route(.get, "/missing", kind: .api) { visit in
                    self.count.add(1, ordering: .relaxed)
                    throw Problem.notFound("thing", "x", hint: "there is none")
                },
                Route(.get, "/report", kind: .api, caching: .untilReportChanges) { _ in .text("report") },
                Route(.get, "/never", kind: .api, caching: .never) { _ in
                    self.count.add(1, ordering: .relaxed)
                    return .text("never")
                },
            ]
        }

        var value: Int { count.load(ordering: .relaxed) }
    }

    private func make() throws -> (TestSite, Counter) {
        let counter = Counter()
        // Without reports, whose end would make answers anew at a time of its own.
        return (try TestSite.empty(routes: counter.routes, computation: { _ in }), counter)
    }

    @Test
    func `an answer is made once and again when the data have changed`() async throws {
        let (site, counter) = try make()
        let heartbeat = Heartbeat(site: site.site)
        heartbeat.look()
        let first = try await site.get("/data")
        #expect(try await site.get("/data").bytes == first.bytes)
        heartbeat.look()
        _ = try await site.get("/data")
        #expect(counter.value == 1)
        _ = try site.makeToken("new")
        heartbeat.look()
        let second = try await site.get("/data")
        #expect(counter.value == 2)
        #expect(second.text.hasPrefix("1 "))
        #expect(second.headers[.eTag] != first.headers[.eTag])
    }

    @Test
    func `another store's write is seen too`() async throws {
        let (site, counter) = try make()
        let heartbeat = Heartbeat(site: site.site)
        heartbeat.look()
        _ = try await site.get("/data")
        let other = try Store(path: site.site.job.store.path)
        let now = site.site.job.now()
        _ = try other.write { connection in
            try AccessTokenStore(connection)
                .create(name: "other", sha256: AccessSecret.digest(of: "x"), now: now)
        }
        heartbeat.look()
        _ = try await site.get("/data")
        #expect(counter.value == 2)
    }

    @Test
    func `addresses are told apart, errors are not kept`() async throws {
        let (site, counter) = try make()
        for target in ["/data", "/data?a=1", "/data?a=2"] {
            for _ in 0..<2 { _ = try await site.get(target) }
        }
        #expect(counter.value == 3)
        for _ in 0..<2 { #expect(try await site.get("/missing").status == 404) }
        for _ in 0..<2 { _ = try await site.get("/never") }
        #expect(counter.value == 7)
    }

    @Test(arguments: ["exact", "weak", "list", "star", "compressed"])
    func `a client that has the answer gets 304`(_ form: String) async throws {
        let (site, _) = try make()
        let first = try await site.get("/data")
        let tag = try #require(first.headers[.eTag])
        #expect(tag.hasPrefix("\"") && tag.count == 34)
        let header =
            switch form {
            case "weak": "W/\(tag)"
            case "list": "\"other\", \(tag)"
            case "star": "*"
            case "compressed": EntityTag.compressed(tag)
            default: tag
            }
        let answer = try await site.get("/data", headers: [.ifNoneMatch: header])
        #expect(answer.status == 304)
        #expect(answer.bytes.isEmpty)
        #expect(answer.headers[.eTag] == tag)
        #expect(answer.headers[.contentLength] == nil)
        #expect(answer.headers[.contentType] == nil)
        #expect(answer.headers[.contentSecurityPolicy] != nil)
    }

    @Test(arguments: ["\"other\"", "", "garbage", "W/\"x\", ,,"])
    func `another tag gets the answer`(_ header: String) async throws {
        let (site, _) = try make()
        #expect(try await site.get("/data", headers: [.ifNoneMatch: header]).status == 200)
    }

    @Test
    func `text is compressed where it is accepted, and reads back the same`() async throws {
        let (site, _) = try make()
        let plain = try await site.get("/data")
        #expect(plain.headers[.contentEncoding] == nil)
        for _ in 0..<2 {
            let answer = try await site.get("/data", headers: [.acceptEncoding: "br, gzip"])
            #expect(answer.headers[.contentEncoding] == "gzip")
            #expect(answer.headers[.contentLength] == "\(answer.bytes.count)")
            #expect(answer.bytes.count < 200)
            #expect(answer.headers[.vary]?.contains("Accept-Encoding") == true)
            #expect(answer.headers[.eTag] != plain.headers[.eTag])
            #expect(try GzipTests.unpacked(answer.bytes) == plain.bytes)
        }
        #expect(try await site.get("/data", headers: [.acceptEncoding: "gzip;q=0"]).bytes == plain.bytes)
        #expect(
            try await site.get("/small", headers: [.acceptEncoding: "gzip"]).headers[.contentEncoding] == nil
        )
        #expect(
            try await site.get("/picture", headers: [.acceptEncoding: "gzip"]).headers[.contentEncoding]
                == nil
        )
    }

    @Test
    func `a compressed answer is made of the one in memory`() async throws {
        let (site, counter) = try make()
        _ = try await site.get("/data")
        _ = try await site.get("/data", headers: [.acceptEncoding: "gzip"])
        #expect(counter.value == 1)
    }

    @Test
    func `a report's tag is that of the report, not of its bytes`() async throws {
        let (site, _) = try make()
        let tag = try #require(try await site.get("/report").headers[.eTag])
        #expect(tag.hasPrefix("W/\""))
        #expect(try await site.get("/report", headers: [.ifNoneMatch: tag]).status == 304)
        site.site.responses.reportsChanged()
        #expect(try await site.get("/report", headers: [.ifNoneMatch: tag]).status == 200)
    }

    @Test
    func `what an insider has of a report does not stand for what others get`() async throws {
        let site = try TestSite.empty(settings: .reachable, routes: Counter().routes)
        let token = try site.makeToken("laptop")
        let inside = try await site.get("/report", headers: [.authorization: "Bearer \(token)"])
        let tag = try #require(inside.headers[.eTag])
        #expect(try await site.get("/report", headers: [.ifNoneMatch: tag]).status == 200)
    }
}
