import EngineTestSupport
import Market
import Storage
import Testing

@Suite
struct AccessTokenStoreTests {
    private static let digest = Digest.sha256(Array("a".utf8))
    private static let other = Digest.sha256(Array("b".utf8))

    @Test
    func `a token is listed, opens until it is revoked, and keeps its name`() throws {
        let store = try TemporaryDatabase().store()
        let made = try store.write { connection in
            let tokens = AccessTokenStore(connection)
            _ = try tokens.create(name: "laptop", sha256: Self.digest, now: Stored.at(1))
            return try tokens.create(name: "O'Hara; --", sha256: Self.other, now: Stored.at(2))
        }
        #expect(made == AccessToken(id: 2, name: "O'Hara; --", createdAt: Stored.at(2), revokedAt: nil))
        func live() throws -> [String: String] { try store.read { try AccessTokenStore($0).liveDigests() } }
        func revoke(_ name: String, day: Int) throws -> Bool {
            try store.write { try AccessTokenStore($0).revoke(name: name, now: Stored.at(day)) }
        }
        #expect(try live() == ["laptop": Self.digest, "O'Hara; --": Self.other])
        #expect(try revoke("laptop", day: 3))
        #expect(try !revoke("laptop", day: 4))
        #expect(try !revoke("nobody", day: 4))
        #expect(try live() == ["O'Hara; --": Self.other])
        #expect(try store.read { try AccessTokenStore($0).all() }.map(\.revokedAt) == [Stored.at(3), nil])
        #expect(throws: AccessTokenError.nameTaken("laptop")) {
            try store.write { connection in
                let name = Digest.sha256([1])
                _ = try AccessTokenStore(connection).create(name: "laptop", sha256: name, now: Stored.at(5))
            }
        }
    }

    @Test(arguments: ["", String(repeating: "x", count: 101)])
    func `a name that is none is refused`(name: String) throws {
        let store = try TemporaryDatabase().store()
        #expect(throws: AccessTokenError.name(name)) {
            try store.write {
                _ = try AccessTokenStore($0).create(name: name, sha256: Self.digest, now: Stored.at(1))
            }
        }
    }

    @Test(arguments: [
        "", "secret", String(digest.dropLast()), digest.uppercased(), String(repeating: "g", count: 64),
    ])
    func `anything but a digest is refused, and not repeated in the error`(text: String) throws {
        let store = try TemporaryDatabase().store()
        let error = #expect(throws: AccessTokenError.digest) {
            try store.write {
                _ = try AccessTokenStore($0).create(name: "n", sha256: text, now: Stored.at(1))
            }
        }
        #expect(text.isEmpty || error?.description.contains(text) == false)
        // Nor does the database take it from anybody else.
        #expect(throws: StorageError.self) {
            try store.write {
                _ = try $0.execute(
                    "INSERT INTO access_tokens (name, sha256, created_at) VALUES ('n', $1, '2020-01-01T00:00:00Z')",
                    [.text(text)]
                )
            }
        }
    }
}
