import Testing

@testable import Web

struct JSONBodyTests {
    private static let accepted = ["event_ids", "horizon"]

    private static let refusals: [(String, String)] = [
        ("", "the body is empty; accepted is a JSON object with event_ids, horizon"),
        ("[", "the body is not JSON: the text ends where a value is needed at byte 1"),
        ("[]", "the body is an array; accepted is an object"),
        ("null", "the body is null; accepted is an object"),
        ("3", "the body is a number; accepted is an object"),
        (#"{"ids": []}"#, "the member 'ids' is unknown; accepted are event_ids, horizon"),
        (#"{"__proto__": {}}"#, "the member '__proto__' is unknown; accepted are event_ids, horizon"),
        ("{}", "the member 'event_ids' is missing; accepted is an array of 1 to 3 texts"),
        (#"{"event_ids": "a"}"#, "event_ids is text; accepted is an array of 1 to 3 texts"),
        (#"{"event_ids": null}"#, "event_ids is null; accepted is an array of 1 to 3 texts"),
        (#"{"event_ids": []}"#, "event_ids has 0 elements; accepted is an array of 1 to 3 texts"),
        (
            #"{"event_ids": ["a","b","c","d"]}"#,
            "event_ids has 4 elements; accepted is an array of 1 to 3 texts"
        ),
        (#"{"event_ids": ["a", 1]}"#, "event_ids[1] is a number; accepted is text"),
        (#"{"event_ids": ["a", {}]}"#, "event_ids[1] is an object; accepted is text"),
        (#"{"event_ids": [""]}"#, "event_ids[0] has 0 characters; accepted are 1 to 5"),
        (#"{"event_ids": ["abcdef"]}"#, "event_ids[0] has 6 characters; accepted are 1 to 5"),
        (
            #"{"event_ids": ["a\u0000"]}"#,
            "event_ids[0] holds a control character; accepted is text without any"
        ),
    ]

    @Test(
        "a body that is not the object asked for is refused with its reason",
        arguments: refusals
    )
    func refuses(text: String, detail: String) {
        #expect(throws: Problem.body(detail)) {
            let body = try JSONBody(Array(text.utf8), accepted: Self.accepted)
            _ = try body.texts("event_ids", count: 1...3, longest: 5)
        }
    }

    @Test
    func `texts are taken as they are, in their order and with their repetitions`() throws {
        let body = try JSONBody(Array(#"{"event_ids": ["b", "a", "b"]}"#.utf8), accepted: Self.accepted)
        #expect(try body.texts("event_ids", count: 1...3, longest: 5) == ["b", "a", "b"])
    }

    @Test
    func `a choice is open where it is missing or null, and one of the accepted otherwise`() throws {
        func choice(_ text: String) throws -> String? {
            try JSONBody(Array(text.utf8), accepted: Self.accepted).choice("horizon", among: ["1d", "5d"])
        }
        #expect(try choice("{}") == nil)
        #expect(try choice(#"{"horizon": null}"#) == nil)
        #expect(try choice(#"{"horizon": "5d"}"#) == "5d")
        #expect(throws: Problem.body("horizon is '2d'; accepted is one of: 1d, 5d")) {
            try choice(#"{"horizon": "2d"}"#)
        }
        #expect(throws: Problem.body("horizon is a number; accepted is one of: 1d, 5d")) {
            try choice(#"{"horizon": 5}"#)
        }
    }
}
