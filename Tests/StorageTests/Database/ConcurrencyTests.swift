import EngineTestSupport
import Events
import Storage
import Testing

/// Several writers on one file, each with a connection of its own as separate processes have.
@Suite
struct ConcurrencyTests {
    @Test
    func `writers wait for one another and nothing is lost`() async throws {
        let database = try TemporaryDatabase()
        let path = database.path
        try Store(path: path).close()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let store = try Store(path: path)
                    for step in 0..<25 {
                        try store.write { connection in
                            _ = try EventStore(connection).upsert(
                                [Stored.event("event-\(writer)-\(step)")],
                                now: Stored.at(20)
                            )
                            // A counter that is read and written back shows any write in between.
                            let benchmark = try DatabaseSettings(connection).benchmark() ?? "0"
                            try DatabaseSettings(connection).setBenchmark("\((Int(benchmark) ?? 0) + 1)")
                        }
                    }
                    try store.close()
                }
            }
            try await group.waitForAll()
        }
        let store = try database.store()
        #expect(try store.read { try EventStore($0).count() } == 100)
        #expect(try store.read { try DatabaseSettings($0).benchmark() } == "100")
        #expect(try store.facts().problem == nil)
    }

    @Test
    func `a reader sees a snapshot while another writes`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store(with: [Stored.event("a")])
        let other = try Store(path: database.path)
        try store.read { connection in
            #expect(try EventStore(connection).count() == 1)
            try other.write { _ = try EventStore($0).upsert([Stored.event("b")], now: Stored.at(20)) }
            #expect(try EventStore(connection).count() == 1)
        }
        #expect(try store.read { try EventStore($0).count() } == 2)
    }

    @Test
    func `what is not committed is not seen by others`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store()
        let other = try Store(path: database.path)
        try store.write { connection in
            _ = try EventStore(connection).upsert([Stored.event("a")], now: Stored.at(20))
            #expect(try other.read { try EventStore($0).count() } == 0)
        }
        #expect(try other.read { try EventStore($0).count() } == 1)
    }
}
