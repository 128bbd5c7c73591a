import EngineTestSupport
import Events
import Market
import Outcomes
import Statistics
import Storage
import Testing

@Suite
struct EventStoreTests {
    @Test
    func `an event comes back as it was, with every field and with none`() throws {
        let database = try TemporaryDatabase()
        let full = Stored.fullEvent()
        let bare = Stored.event("bare", ticker: "ZZZ", type: .fdaApproval, day: 2)
        let store = try database.store(with: [full, bare])
        #expect(try store.read { try EventStore($0).event(full.eventID) } == full)
        #expect(try store.read { try EventStore($0).events() } == [full, bare])
        #expect(try store.read { try EventStore($0).events(ofTicker: "ZZZ") } == [bare])
        #expect(try store.read { try EventStore($0).event("nobody") } == nil)
    }

    /// The many and the few are compared with what is stored in different ways.
    @Test(arguments: [3, 500])
    func `storing twice leaves the same rows and counts them`(count: Int) throws {
        let database = try TemporaryDatabase()
        let store = try database.store()
        var events = (0..<count).map { Stored.event("event-\($0)") }
        func upsert(_ events: [MarketEvent], day: Int) throws -> UpsertCounts {
            try store.write { try EventStore($0).upsert(events, now: Stored.at(day)) }
        }
        #expect(try upsert(events, day: 20) == UpsertCounts(inserted: count))
        let first = try TableDump.everything(of: store)
        #expect(try upsert(events.reversed(), day: 21) == UpsertCounts(unchanged: count))
        #expect(try TableDump.everything(of: store) == first)
        events[1].title = "changed"
        events.append(Stored.event("another"))
        #expect(
            try upsert(events, day: 22) == UpsertCounts(inserted: 1, updated: 1, unchanged: count - 1)
        )
        #expect(try store.read { try EventStore($0).event("event-1")?.title } == "changed")
    }

    @Test
    func `the order of storing does not show`() throws {
        var random = RandomStream(seed: 5)
        let events = (0..<300).map { Stored.event("event-\($0)", ticker: "T\($0 % 7)", day: 1 + $0 % 5) }
        var shuffled = events
        random.permute(&shuffled)
        let dumps = try [events, shuffled].map { events in
            try TableDump.everything(of: TemporaryDatabase().store(with: events))
        }
        #expect(dumps[0] == dumps[1])
    }

    @Test
    func `the labeller sees every event, by symbol and time`() throws {
        let events = [
            Stored.event("c", ticker: "BBB", day: 3), Stored.event("b", ticker: "AAA", day: 2),
            Stored.event("a", ticker: "AAA", day: 2), Stored.event("d", ticker: "AAA", day: 1),
        ]
        let store = try TemporaryDatabase().store(with: events)
        let subjects = try store.read { try EventStore($0).labelSubjects() }
        #expect(subjects.map(\.ticker) == ["AAA", "BBB"])
        #expect(subjects.map { $0.subjects.map(\.eventID) } == [["d", "a", "b"], ["c"]])
        #expect(subjects[0].subjects[0].knownAt == Stored.at(1))
        #expect(subjects[0].subjects.map(\.tickerIsValid) == [true, true, true])
    }

    @Test
    func `a value that this version does not know is an error with its column, not a default`() throws {
        let store = try TemporaryDatabase().store(with: [Stored.event("a")])
        _ = try store.write { try $0.execute("UPDATE events SET event_type = 'alien_landing'") }
        #expect(
            throws: StorageError.corrupt(table: "result", column: "event_type", value: "alien_landing")
        ) { try store.read { try EventStore($0).events() } }
    }
}
