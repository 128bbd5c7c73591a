import JSONText
import Testing

@testable import Web

/// Lists page by page.
struct PagingTests {
    private let world: APIWorld

    init() throws { world = try APIWorld.shared.get() }

    private func page(_ target: String) async throws -> (items: [JSONValue], next: String?) {
        let answer = try await world.site.get(target)
        #expect(answer.status == 200, "\(target): \(answer.text.prefix(300))")
        let document = try answer.strict()
        return (try #require(document["items"]?.elements), document["next_cursor"]?.text)
    }

    @Test(
        "pages of a list joined are the list, whatever their size",
        arguments: [
            ("/events?ticker=CAB", 7), ("/events?ticker=CAC&sort=score", 5),
            ("/backtesting/events?ticker=CAB", 6), ("/ml-scores/models?horizon=1d", 1),
            ("/jobs?status=succeeded", 2),
        ]
    )
    func joined(list: String, size: Int) async throws {
        let whole = try await page("\(list)&limit=200")
        #expect(whole.next == nil)
        #expect(whole.items.count > size)
        var joined: [JSONValue] = []
        var cursor: String?
        repeat {
            let part = try await page("\(list)&limit=\(size)\(cursor.map { "&cursor=\($0)" } ?? "")")
            #expect(part.items.count <= size)
            joined += part.items
            cursor = part.next
        } while cursor != nil && joined.count <= whole.items.count
        #expect(joined == whole.items)
    }

    @Test
    func `events come newest first, or highest base score first`() async throws {
        let times = try await page("/events?limit=100").items.compactMap { $0["known_at"]?.text }
        #expect(times == times.sorted(by: >))
        let scores = try await page("/events?limit=100&sort=score").items.compactMap {
            $0["base_score"]?.double
        }
        #expect(scores == scores.sorted(by: >))
        #expect(scores.count == 100)
    }

    @Test
    func `the total counts all events that match, on each page alike`() async throws {
        let first = try await world.site.get("/events?ticker=CAB&limit=2&total=true").strict()
        let all = try await page("/events?ticker=CAB&limit=200").items.count
        #expect(first["total"]?.double == Double(all))
        #expect(try await world.site.get("/events?ticker=CAB").strict()["total"]?.isNull == true)
    }

    @Test
    func `filters keep what matches and nothing else`() async throws {
        let family = try await page("/events?family=fda,earnings&limit=200").items
        #expect(Set(family.compactMap { $0["family"]?.text }) == ["fda", "earnings"])
        let type = try await page("/events?event_type=fda_approval&limit=200").items
        #expect(Set(type.compactMap { $0["event_type"]?.text }) == ["fda_approval"])
        let score = try await page("/events?min_score=75&limit=200").items.compactMap {
            $0["base_score"]?.double
        }
        #expect(!score.isEmpty && score.allSatisfy { $0 >= 75 })
        let side = try await page("/events?direction=up&limit=50").items
        #expect(!side.isEmpty)
        for item in side {
            let five = item["scores"]?.elements?.first { $0["horizon"]?.text == "5d" }
            #expect(five?["predicted_direction"]?.text == "up")
        }
        let days = try await page("/events?since=2018-03-01&until=2018-03-31&limit=200").items
        #expect(!days.isEmpty)
        // A day of New York ends at four or five in the morning, UTC.
        #expect(days.allSatisfy { ("2018-03-01T05"..."2018-04-01T05").contains($0["known_at"]?.text ?? "") })
    }

    @Test(
        "a cursor that no answer gave is refused",
        arguments: ["/events", "/ml-scores/models", "/backtesting/events", "/jobs"]
    )
    func tampered(list: String) async throws {
        let next = try #require(try await page("\(list)?limit=1").next)
        let damaged = [
            String(next.dropLast()), next + "A", String(next.reversed()), "A", "-1", "0", "null", "%27%3B--",
            "..%2F..",
            String(repeating: "A", count: 5000), "9999999999999999999999",
        ]
        for cursor in damaged where cursor != next {
            let answer = try await world.site.get("\(list)?limit=1&cursor=\(cursor)")
            #expect(answer.status == 400, "\(cursor)")
            #expect(answer.problemKind == "invalid-parameter", "\(cursor)")
            #expect(try answer.strict()["detail"]?.text?.contains("cursor") == true)
        }
    }

    @Test
    func `a cursor of one order or list is refused in the other`() async throws {
        let run = try #require(try await page("/jobs?limit=1").next)
        #expect(try await world.site.get("/ml-scores/models?cursor=\(run)").status == 400)
        #expect(try await world.site.get("/backtesting/events?cursor=\(run)").status == 400)
        let next = try #require(try await page("/events?limit=1").next)
        #expect(try await world.site.get("/events?limit=1&sort=score&cursor=\(next)").status == 400)
    }
}
