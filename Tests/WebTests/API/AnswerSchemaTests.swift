import HTTPTypes
import JSONText
import Scores
import Testing

@testable import Web

/// Holds real answers of every endpoint to the schemas of the OpenAPI document.
struct AnswerSchemaTests {
    private let document: OpenAPIDocument
    private let world: APIWorld

    init() throws {
        document = try OpenAPIDocument.shared.get()
        world = try APIWorld.shared.get()
    }

    @Test
    func `there is a request for each operation`() {
        #expect(Set(ExampleRequest.all(world).map(\.operation)) == Set(document.operations))
    }

    @Test
    func `each answer over a full database is 200 and fits its schema`() async throws {
        for request in ExampleRequest.all(world) {
            let answer = try await request.send(to: world.site)
            #expect(answer.status == 200, "\(request.target): \(answer.text.prefix(300))")
            try check(answer, request)
        }
    }

    @Test
    func `each answer over an empty database fits its schema, with nothing in it or 404`() async throws {
        let empty = try TestSite.empty(settings: .withoutRateLimit)
        for request in ExampleRequest.all(world) {
            let answer = try await request.send(to: empty)
            let expected =
                request.operation.path.contains("{") && !request.target.hasPrefix("/problems") ? 404 : 200
            #expect(answer.status == expected, "\(request.target): \(answer.text.prefix(300))")
            try check(answer, request)
        }
    }

    @Test
    func `variants of answers fit their schemas`() async throws {
        let event = PercentDecoding.encoded(world.adjusted)
        let late = PercentDecoding.encoded(world.unscored)
        let variants: [(String, String, Int)] = [
            ("/events", "/events?sort=score&min_score=60&direction=up&labelled=true&limit=200", 200),
            ("/events", "/events?q=%3Cscript%3E&labelled=false", 200),
            ("/events", "/events?ticker=NONE&total=true", 200),
            ("/events/{event_id}", "/events/\(late)", 200),
            ("/companies/{ticker}", "/companies/CAZ", 200),
            ("/companies/{ticker}", "/companies/caa", 200),
            ("/ml-scores/{event_id}", "/ml-scores/\(event)?contributions=all", 200),
            ("/ml-scores/{event_id}", "/ml-scores/\(event)?contributions=none", 200),
            ("/ml-scores/{event_id}", "/ml-scores/\(late)", 404),
            ("/ml-scores/models", "/ml-scores/models?status=archived", 200),
            ("/ml-scores/models/{model_id}", "/ml-scores/models/market-echo-global-1d@1.0.0", 200),
            ("/ml/labels/{event_id}", "/ml/labels/\(late)", 200),
            ("/ml/labels/{event_id}", "/ml/labels/\(event)?as_of=2000-01-01", 200),
            ("/backtesting/events", "/backtesting/events?limit=200", 200),
            ("/radarquant/explain/{event_id}", "/radarquant/explain/\(late)", 200),
            ("/jobs", "/jobs?status=failed", 200),
        ]
        for (path, target, status) in variants {
            let request = ExampleRequest(operation: .init(method: "GET", path: path), target: target)
            let answer = try await request.send(to: world.site)
            #expect(answer.status == status, "\(target): \(answer.text.prefix(300))")
            try check(answer, request)
        }
        for group in ["family", "year", "quarter", "event_type", "item_group", "ticker", "confidence_band"] {
            let target = "/backtesting/accuracy?group_by=\(group)&family=earnings&kind=lock_box"
            let request = ExampleRequest(
                operation: .init(method: "GET", path: "/backtesting/accuracy"),
                target: target
            )
            let answer = try await request.send(to: world.site)
            #expect(answer.status == 200, "\(target)")
            try check(answer, request)
        }
    }

    private func check(_ answer: TestSite.Answer, _ request: ExampleRequest) throws {
        guard answer.mediaType.hasSuffix("json") else { return }
        let schema = try #require(
            try document.schema(of: request.operation, status: answer.status, mediaType: answer.mediaType),
            "\(request.operation) \(answer.status) \(answer.mediaType) is not described"
        )
        let value = try answer.strict()
        let faults = SchemaChecker(document: document).faults(in: value, schema)
        #expect(faults == [], "\(request.target)")
        #expect(value["disclaimer"]?.text == Wording.disclaimer, "\(request.target)")
        #expect(WordingCheck.violations(in: answer.text) == [], "\(request.target)")
    }

    @Test
    func `the checker finds a missing, an unknown and a wrong member`() throws {
        let checker = SchemaChecker(document: document)
        let schema: JSONValue = ["$ref": "#/components/schemas/Interval"]
        #expect(checker.faults(in: ["lower": 1, "upper": 2.5], schema) == [])
        #expect(checker.faults(in: ["lower": 1], schema) == ["$: upper is missing"])
        #expect(checker.faults(in: ["lower": 1, "upper": 2, "n": 3], schema) == ["$: n is not described"])
        #expect(checker.faults(in: ["lower": 1, "upper": "2"], schema).count == 1)
        #expect(checker.faults(in: 1, ["madeUpKeyword": 1]) == ["$: the checker does not know madeUpKeyword"])
    }
}
