import HTTPTypes
import Testing

@testable import Web

@Suite
struct RequestTargetTests {
    @Test(
        arguments: [
            ("/", [], nil, false),
            ("/events", ["events"], nil, false),
            ("/events/", ["events"], nil, true),
            ("/events?limit=3", ["events"], "limit=3", false),
            ("/events/?a=b?c", ["events"], "a=b?c", true),
            ("/events/0000320193-24-000006%3A2.02", ["events", "0000320193-24-000006:2.02"], nil, false),
            ("/companies/BRK%2EB", ["companies", "BRK.B"], nil, false),
            ("/companies/%C3%A9", ["companies", "é"], nil, false),
            ("/a+b", ["a+b"], nil, false),
            ("/...", ["..."], nil, false),
            ("/?", [], "", false),
        ] as [(String, [String], String?, Bool)]
    )
    func `a path is taken apart`(_ text: String, _ segments: [String], _ query: String?, _ slash: Bool) throws
    {
        let target = try RequestTarget(text)
        #expect(target.segments == segments)
        #expect(target.query == query)
        #expect(target.endsWithSlash == slash)
    }

    @Test(arguments: [
        "", "events", "*", "http://other/events", "//", "//evil.example", "//evil.example/", "/events//",
        "/a//b",
        "/.", "/..", "/../etc/passwd", "/events/../jobs", "/events/%2e%2e/jobs", "/%2E/x",
        "/static/..%2fsecret",
        "/events/%2fetc", "/events/a%5Cb", "/events\\x", "/events/%00", "/events/%0d%0aSet-Cookie:x", "/%7f",
        "/%", "/%4", "/%zz", "/%C3", "/%FF", "/%C0%AF", "/%ED%A0%80", "/é", "/a b", "/a\u{7}b", "/a#b",
        "/\u{0}",
    ])
    func `a path that could be understood in two ways is refused`(_ text: String) {
        #expect(throws: Problem.self) { try RequestTarget(text) }
        #expect((try? RequestTarget(text)) == nil)
    }

    @Test
    func `a path that is too long is refused with 414`() throws {
        #expect(
            try RequestTarget("/" + String(repeating: "a", count: RequestTarget.longest - 1)).segments.count
                == 1
        )
        let problem = #expect(throws: Problem.self) {
            try RequestTarget("/" + String(repeating: "a", count: RequestTarget.longest))
        }
        #expect(problem?.status == .uriTooLong)
    }

    @Test
    func `without its slash a path keeps its query`() throws {
        #expect(try RequestTarget("/events/?a=%20").withoutSlash == "/events?a=%20")
        #expect(try RequestTarget("/events/").withoutSlash == "/events")
    }
}
