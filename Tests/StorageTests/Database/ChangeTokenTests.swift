import EngineTestSupport
import Storage
import Testing

/// A token changes when anything is written, whoever writes it, and at no other time.
@Suite
struct ChangeTokenTests {
    @Test
    func `reading and writing nothing leave the token, a write of the same store changes it`() throws {
        let store = try TemporaryDatabase().store()
        let token = try store.changeToken()
        _ = try store.facts()
        try store.write { _ = try EventStore($0).upsert([], now: Stored.at(20)) }
        #expect(try store.changeToken() == token)
        try store.write { _ = try EventStore($0).upsert([Stored.event("a")], now: Stored.at(20)) }
        let after = try store.changeToken()
        #expect(after != token)
        #expect(try store.changeToken() == after)
    }

    @Test
    func `a write of another store on the same file changes it`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store()
        let token = try store.changeToken()
        let other = try Store(path: database.path)
        try other.write { _ = try EventStore($0).upsert([Stored.event("a")], now: Stored.at(20)) }
        let after = try store.changeToken()
        #expect(after != token)
        try other.close()
        #expect(try store.read { try EventStore($0).count() } == 1)
    }

    @Test
    func `every write gives another token`() throws {
        let store = try TemporaryDatabase().store()
        var tokens = [try store.changeToken()]
        for number in 0..<50 {
            try store.write {
                _ = try EventStore($0).upsert([Stored.event("e-\(number)")], now: Stored.at(20))
            }
            tokens.append(try store.changeToken())
        }
        #expect(Set(tokens).count == 51)
    }

    @Test
    func `a write that is rolled back leaves it`() throws {
        struct Refusal: Error {}
        let store = try TemporaryDatabase().store()
        let token = try store.changeToken()
        #expect(throws: Refusal.self) {
            try store.write { connection in
                _ = try EventStore(connection).upsert([Stored.event("a")], now: Stored.at(20))
                throw Refusal()
            }
        }
        #expect(try store.changeToken() == token)
    }

    @Test
    func `another opening has other tokens, as text too`() throws {
        let database = try TemporaryDatabase()
        let first = try database.store().changeToken()
        let second = try database.store().changeToken()
        #expect(first != second && first.description != second.description)
        #expect(first.description.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    }

    @Test
    func `many ask at once`() async throws {
        let store = try TemporaryDatabase().store()
        let tokens = try await withThrowingTaskGroup(of: ChangeToken.self) { group in
            for _ in 0..<16 { group.addTask { try store.changeToken() } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(tokens.count == 1)
    }
}
