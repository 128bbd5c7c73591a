import EngineTestSupport
import JSONText
import Market
import Testing

@testable import Web

/// Labels over HTTP with provenance and revisions.
struct LabelRouteTests {
    private let world: APIWorld

    init() throws { world = try APIWorld.shared.get() }

    private func labels(_ query: String = "") async throws -> [JSONValue] {
        let answer = try await world.site.get("/ml/labels/\(PercentDecoding.encoded(world.revised))\(query)")
        return try #require(try answer.strict()["horizons"]?.elements)
    }

    @Test
    func `a revised label is shown with its former value, and as it was before the revision`() async throws {
        let now = try await labels()
        let revised = try #require(now.first { $0["revisions"]?.elements?.isEmpty == false })
        let former = try #require(revised["revisions"]?.elements?.first)
        let current = try #require(revised["label"])
        #expect(former["stock_return"] != current["stock_return"])
        #expect(former["price_vintage"] != current["price_vintage"])
        #expect(former["superseded_at"] == current["recorded_at"])

        let before = try await labels("?as_of=\(world.world.now.utcDay.iso8601)")
        let then = try #require(before.first { $0["horizon"] == revised["horizon"] })
        #expect(then["label"]?["stock_return"] == former["stock_return"])
        #expect(then["label"]?["superseded_at"]?.isNull == true)
        #expect(then["revisions"]?.elements == [])
    }

    @Test
    func `before the first run nothing was recorded`() async throws {
        let early = try await labels("?as_of=2016-01-01")
        #expect(early.compactMap { $0["status"]?.text } == Array(repeating: "nothing_recorded", count: 3))
    }
}
