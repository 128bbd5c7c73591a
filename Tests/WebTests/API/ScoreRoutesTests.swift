import JSONText
import Testing

@testable import Web

/// Predictions over HTTP, one by one and many at a time.
struct ScoreRoutesTests {
    private let world: APIWorld

    init() throws { world = try APIWorld.shared.get() }

    private func score(_ query: String) async throws -> JSONValue {
        try await world.site.get("/ml-scores/\(PercentDecoding.encoded(world.adjusted))\(query)").strict()
    }

    @Test
    func `all horizons are answered where none is named, one where one is`() async throws {
        let all = try await score("")
        #expect(all["horizons"]?.elements?.compactMap { $0["horizon"]?.text } == ["1d", "5d", "20d"])
        let one = try await score("?horizon=5d")
        #expect(one["horizon"]?.text == "5d")
        #expect(one["horizons"] == nil)
    }

    @Test(
        "contributions add up to the adjustment however many are listed",
        arguments: [("", 13), ("&contributions=top", 13), ("&contributions=all", 20)]
    )
    func contributions(query: String, least: Int) async throws {
        let prediction = try await score("?horizon=1d\(query)")
        let terms = try #require(prediction["contributions"]?.elements)
        #expect(terms.count >= least)
        let sum = terms.reduce(0) { $0 + ($1["points"]?.double ?? .nan) }
        #expect(abs(sum - (prediction["adjustment"]?.double ?? .nan)) < 1e-6)
        #expect(prediction["adjustment"]?.double != 0)
        let isCut = !query.hasSuffix("all")
        #expect((terms.last?["feature"]?.text == "all_others") == isCut)
        if isCut { #expect(terms.count == 13) }
    }

    @Test
    func `contributions that are not asked for are null, not an empty sum`() async throws {
        #expect(try await score("?horizon=1d&contributions=none")["contributions"]?.isNull == true)
    }

    @Test
    func `an unknown event and one that is not scored yet are told apart`() async throws {
        let unknown = try await world.site.get("/ml-scores/unknown")
        #expect(unknown.status == 404)
        #expect(unknown.problemKind == "not-found")
        let late = try await world.site.get("/ml-scores/\(PercentDecoding.encoded(world.unscored))")
        #expect(late.status == 404)
        #expect(late.problemKind == "not-scored")
        #expect(try late.strict()["detail"]?.text?.contains("market-echo score") == true)
    }

    // MARK: Batches

    private func batch(_ ids: [String], _ members: [JSONMember] = []) async throws -> TestSite.Answer {
        let body = JSONValue.object([JSONMember("event_ids", .array(ids.map(JSONValue.string)))] + members)
        return try await world.site.post("/ml-scores/batch", json: JSONWriter.text(body))
    }

    @Test
    func `a batch answers each id in its place, repeated and unknown ones too`() async throws {
        let ids = [world.adjusted, "unknown", world.unscored, world.adjusted, world.revised, "unknown"]
        let answer = try await batch(ids).strict()
        let items = try #require(answer["items"]?.elements)
        #expect(items.map { $0["event_id"]?.text } == ids)
        #expect(items.map { $0["error"]?["status"]?.double } == [nil, 404, 404, nil, nil, 404])
        #expect(items.map { $0["prediction"]?.isNull } == [false, true, true, false, false, true])
        #expect(items[2]["error"]?["type"]?.text == "/problems/not-scored")
        #expect(items[0] == items[3])
        #expect(answer["requested"]?.double == 6)
        #expect(answer["found"]?.double == 3)
        #expect(answer["failed"]?.double == 3)
    }

    @Test
    func `a batch says of an event what the single answer says`() async throws {
        let members = [JSONMember("horizon", "1d"), JSONMember("contributions", "all")]
        let items = try await batch([world.adjusted], members).strict()["items"]?.elements
        #expect(items?.first?["prediction"] == (try await score("?horizon=1d&contributions=all")))
    }

    @Test
    func `a batch takes 500 ids and no more`() async throws {
        #expect(try await batch(Array(repeating: world.adjusted, count: 500)).status == 200)
        for count in [501, 10_000] {
            let answer = try await batch(Array(repeating: "x", count: count))
            #expect((400...499).contains(answer.status))
            #expect(try answer.strict()["detail"]?.text?.contains("accepted") == true || answer.status == 413)
        }
        #expect(try await batch([]).status == 400)
    }
}
