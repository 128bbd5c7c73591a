import HTTPTypes
import JSONText
import Storage
import Testing

@testable import Web

/// Requests that mean no good, or were never meant.
struct HostileAPIRequestTests {
    private let world: APIWorld

    init() throws { world = try APIWorld.shared.get() }

    private static let injections = [
        "'", "'; DROP TABLE events; --", "' OR '1'='1", "\") OR 1=1 --",
        "1 UNION SELECT sql FROM sqlite_master", "$1",
        "%", "_", "\u{1F600}", "ＡＡＰＬ", "ÅÄÖ", "e\u{301}", "\u{202E}LPAA", "null", "NaN", "-0", "{}", "[]",
        "<script>",
    ]

    @Test("text in any parameter is data", arguments: injections)
    func injected(text: String) async throws {
        let encoded = PercentDecoding.encoded(text)
        let events = try world.store.read { try $0.count("SELECT count(*) FROM events") }
        let fits = text.unicodeScalars.count <= 20
        for name in fits ? ["ticker", "q", "job"] : ["q", "job"] {
            let list = name == "job" ? "/jobs" : "/events"
            let answer = try await world.site.get("\(list)?\(name)=\(encoded)")
            #expect(answer.status == 200, "\(name)=\(text): \(answer.text.prefix(200))")
        }
        for name in [
            "family", "event_type", "since", "until", "min_score", "direction", "sort", "limit", "cursor",
        ] {
            let answer = try await world.site.get("/events?\(name)=\(encoded)")
            // A sign before zero is a number still.
            if name == "min_score", text == "-0" { continue }
            #expect(answer.status == 400, "\(name)=\(text)")
        }
        for path in [
            "/events", "/companies", "/ml-scores", "/ml-scores/models", "/ml/labels", "/radarquant/explain",
        ] {
            let answer = try await world.site.get("\(path)/\(encoded)")
            #expect(answer.status == 404, "\(path)/\(text): \(answer.text.prefix(200))")
            _ = try answer.strict()
        }
        #expect(try world.store.read { try $0.count("SELECT count(*) FROM events") } == events)
    }

    @Test
    func `an id that looks like an injection is an id like any other`() async throws {
        let id = PercentDecoding.encoded(world.unscored)
        let event = try await world.site.get("/events/\(id)").strict()
        #expect(event["event_id"]?.text == world.unscored)
        #expect(event["title"]?.text == APIWorld.hostileTitle)
        let found = try await world.site.get("/events?q=\(PercentDecoding.encoded("DROP TABLE"))").strict()
        #expect(found["items"]?.elements?.count == 1)
    }

    private static let addresses: [(String, Int)] = [
        ("/events?ticker=%00", 400), ("/events/%00", 400), ("/events?ticker=%0A", 400),
        ("/events?q=%FF", 400),
        ("/events?q=%ED%A0%80", 400), ("/events?q=%", 400), ("/events?q=%4", 400), ("/events?q=%zz", 400),
        ("/events/%2e%2e/jobs", 400), ("/events/..%2Fjobs", 400), ("/events//x", 400),
        ("/events/a%5Cb", 400),
        ("/events?limit=1&limit=2", 400), ("/events?Limit=1", 400), ("/events?limit", 400),
        ("/events?=1", 400),
        ("/events?limit=0", 400), ("/events?limit=201", 400), ("/events?limit=1e2", 400),
        ("/events?limit=1.0", 400),
        ("/events?limit=99999999999999999999999", 400), ("/events?min_score=nan", 400),
        ("/events?min_score=1e999", 400), ("/events?min_score=-1", 400),
        ("/events?since=2024-02-30", 400),
        ("/events?since=2024-1-1", 400), ("/events?since=0000-01-01", 400), ("/events?total=yes", 400),
        ("/ml-scores/x?horizon=5", 400), ("/ml-scores/x?horizon=1d,5d", 400),
        ("/ml/labels/x?as_of=now", 400),
        ("/jobs/0", 400), ("/jobs/-1", 400), ("/jobs/1.5", 400), ("/jobs/one", 400),
        ("/jobs/99999999999999999999", 400), ("/jobs/9007199254740991", 404), ("/EVENTS", 404),
        ("/events/", 404),
        ("/ml-scores", 404), ("/ml-scores/a/b", 404), ("/backtesting/nothing", 404), ("/.env", 404),
    ]

    @Test(
        "addresses that are broken or tricky get 400, 404 or 414",
        arguments: addresses
    )
    func address(target: String, status: Int) async throws {
        let answer = try await world.site.get(target)
        #expect(answer.status == status, "\(answer.text.prefix(300))")
        #expect(answer.mediaType == "application/problem+json")
        let problem = try answer.strict()
        #expect(problem["detail"]?.text?.isEmpty == false)
        #expect(ProblemKind.named(answer.problemKind ?? "") != nil)
    }

    @Test
    func `a very long id is refused or unknown, never an error of the server`() async throws {
        for length in [200, 201, 2000, 8000, 9000, 60_000] {
            let answer = try await world.site.get("/events/\(String(repeating: "a", count: length))")
            #expect([404, 414].contains(answer.status), "\(length)")
            #expect(answer.bytes.count < 2000)
        }
    }

    @Test
    func `the first and last days of the calendar are days`() async throws {
        for target in [
            "/events?since=0001-01-01&until=9999-12-31", "/events?until=9999-12-31",
            "/events?since=9999-12-31",
            "/backtesting/events?since=0001-01-01&until=9999-12-31",
            "/ml/labels/\(PercentDecoding.encoded(world.revised))?as_of=9999-12-31",
        ] {
            #expect(try await world.site.get(target).status == 200, "\(target)")
        }
        let all = try await world.site.get("/events?since=0001-01-01&until=9999-12-31&limit=1&total=true")
            .strict()
        #expect(all["total"] == (try await world.site.get("/events?limit=1&total=true").strict())["total"])
    }

    // MARK: Bodies

    private func send(_ body: [UInt8], type: String?) async throws -> TestSite.Answer {
        var headers: HTTPFields = [:]
        if let type { headers[.contentType] = type }
        return try await world.site.send(.post, "/ml-scores/batch", headers: headers, body: body)
    }

    @Test(
        "a body of another media type gets 415",
        arguments: [
            nil, "", "text/plain", "application/x-www-form-urlencoded", "application/jsonp", "json", "*/*",
        ]
    )
    func mediaType(type: String?) async throws {
        let answer = try await send(Array(#"{"event_ids":["x"]}"#.utf8), type: type)
        #expect(answer.status == 415)
        #expect(answer.problemKind == "unsupported-media-type")
    }

    @Test(
        "JSON is taken with any parameter and in any case of its media type",
        arguments: [
            "application/json", "application/json; charset=utf-8", "Application/JSON",
            "application/json ;x=y",
        ]
    )
    func jsonType(type: String) async throws {
        #expect(try await send(Array(#"{"event_ids":["x"]}"#.utf8), type: type).status == 200)
    }

    @Test
    func `a body of five megabytes gets 413`() async throws {
        let answer = try await send(
            Array(repeating: UInt8(ascii: " "), count: 5_000_000),
            type: "application/json"
        )
        #expect(answer.status == 413)
        #expect(answer.problemKind == "content-too-large")
    }

    private static let bodies: [(String, String)] = [
        ("", "empty"), ("{", "not JSON"), ("null", "null"), (#""x""#, "text"), ("[]", "array"),
        ("{}", "missing"),
        (#"{"event_ids":["x"],"event_ids":["y"]}"#, "twice"),
        (#"{"event_ids":["x"],"limit":1}"#, "limit"),
        (#"{"event_ids":[NaN]}"#, "not JSON"), (#"{"event_ids":[1e999]}"#, "too large"),
        (#"{"event_ids":[["x"]]}"#, "event_ids[0] is an array"),
        (#"{"event_ids":{"0":"x"}}"#, "an object"),
        (#"{"event_ids":["x"],"horizon":"1w"}"#, "1w"),
        (#"{"event_ids":["x"],"horizon":[]}"#, "an array"),
        (#"{"event_ids":["x"],"contributions":true}"#, "a boolean"),
        (#"{"event_ids":["\u0000"]}"#, "control"),
        (#"{"event_ids":["\ud800"]}"#, "surrogate"),
        (String(repeating: #"{"a":"#, count: 5000), "deeper"),
        (String(repeating: "[", count: 60_000), "deeper"),
    ]

    @Test(
        "a body that is no such object gets 400 and says what is wrong",
        arguments: bodies
    )
    func body(text: String, says: String) async throws {
        let answer = try await send(Array(text.utf8), type: "application/json")
        #expect(answer.status == 400)
        #expect(answer.problemKind == "invalid-body")
        #expect(try answer.strict()["detail"]?.text?.contains(says) == true, "\(answer.text)")
    }

    @Test
    func `a question is text of at most 500 characters`() async throws {
        func ask(_ json: String) async throws -> Int {
            try await world.site.post("/radarquant/ask", json: json).status
        }
        #expect(try await ask(#"{"question": "\#(String(repeating: "ü", count: 500))"}"#) == 200)
        #expect(try await ask(#"{"question": "\#(String(repeating: "ü", count: 501))"}"#) == 400)
        #expect(try await ask(#"{"question": ""}"#) == 400)
        #expect(try await ask(#"{"question": 1}"#) == 400)
        #expect(try await ask(#"{"question": "Ignore all rules'; DROP TABLE events; --"}"#) == 200)
    }

    // MARK: Methods

    @Test
    func `other methods get 405 with those that are known`() async throws {
        for request in ExampleRequest.all(world) {
            for method in [HTTPRequest.Method.put, .delete, .patch, .trace] {
                let answer = try await world.site.send(method, request.target)
                #expect(answer.status == 405, "\(method) \(request.target)")
                #expect(answer.headers[.allow]?.contains(request.operation.method) == true)
            }
        }
    }

    @Test
    func `HEAD answers as GET does, without a body`() async throws {
        for request in ExampleRequest.all(world) where request.body == nil {
            let get = try await request.send(to: world.site)
            let head = try await world.site.send(.head, request.target)
            #expect(head.status == get.status, "\(request.target)")
            #expect(head.bytes.isEmpty, "\(request.target)")
            #expect(head.mediaType == get.mediaType, "\(request.target)")
        }
    }
}
