import EngineTestSupport
import Events
import Market
import Storage
import Testing

/// Pages of a list give every event once, also where many are equal in all that the list is ordered by.
@Suite
struct EventPagingTests {
    /// 97 events at five instants with four base scores, and three that have none.
    private static func filled() throws -> (Store, [String: Double]) {
        let events = (0..<100).map { number in
            Stored.event("e-\(number * 37 % 100)", ticker: "T\(number % 7)", day: 1 + number % 5)
        }
        let store = try TemporaryDatabase().store(with: events)
        var scores: [String: Double] = [:]
        for (number, event) in events.dropLast(3).enumerated() {
            scores[event.eventID] = [40, 60.5, 60.25, 80][number % 4]
        }
        try store.add(scores.map { Stored.baseScore($0, $1) })
        return (store, scores)
    }

    private static func walk(_ store: Store, sort: EventQuery.Sort, limit: Int) throws -> [[EventListRow]] {
        var pages: [[EventListRow]] = []
        var cursor: EventCursor?
        repeat {
            // Through the text, as clients do.
            let start = try cursor.map { try EventCursor($0.encoded) }
            let page = try store.read {
                try EventReader($0).page(
                    try EventQuery(sort: sort, limit: limit, cursor: start, isCounted: true)
                )
            }
            #expect(page.total == (sort == .newest ? 100 : 97))
            pages.append(page.rows)
            cursor = page.next
        } while cursor != nil && pages.count < 200
        return pages
    }

    @Test(arguments: [1, 2, 7, 33, 97, 99, 100, 101, 200])
    func `by time every event comes once, newest first`(limit: Int) throws {
        let (store, _) = try Self.filled()
        let pages = try Self.walk(store, sort: .newest, limit: limit)
        let keys = pages.joined().map { ($0.event.knownAt, $0.event.eventID) }
        #expect(keys.count == 100 && Set(keys.map(\.1)).count == 100)
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 > $1 })
        #expect(pages.dropLast().allSatisfy { $0.count == limit })
        #expect(pages.last?.isEmpty == false)
    }

    @Test(arguments: [1, 2, 7, 33, 97, 200])
    func `by score every scored event comes once, newest first within a score`(limit: Int) throws {
        let (store, scores) = try Self.filled()
        let rows = try Self.walk(store, sort: .score, limit: limit).joined()
        let keys = rows.map { ($0.base?.score ?? -1, $0.event.knownAt, $0.event.eventID) }
        #expect(keys.count == scores.count && Set(keys.map(\.2)) == Set(scores.keys))
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test
    func `an event that comes in between moves no later page`() throws {
        let (store, _) = try Self.filled()
        let first = try store.read { try EventReader($0).page(try EventQuery(limit: 50)) }
        let after = try EventQuery(limit: 50, cursor: first.next)
        let before = try store.read { try EventReader($0).page(after) }
        try store.write { _ = try EventStore($0).upsert([Stored.event("new", day: 9)], now: Stored.at(20)) }
        #expect(try store.read { try EventReader($0).page(after) } == before)
    }

    @Test
    func `an empty database gives one empty page`() throws {
        let store = try TemporaryDatabase().store()
        let page = try store.read { try EventReader($0).page(try EventQuery(isCounted: true)) }
        #expect(page == EventPage(rows: [], next: nil, total: 0))
    }
}
