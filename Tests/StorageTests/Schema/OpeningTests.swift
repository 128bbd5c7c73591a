import EngineTestSupport
import Foundation
import Storage
import TestSupport
import Testing

/// Opening: the schema is made once, and nothing but a database of this program is touched.
@Suite
struct OpeningTests {
    @Test
    func `opening again changes nothing`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store(with: [Stored.fullEvent()])
        let before = try TableDump.everything(of: store)
        try store.close()
        let again = try database.store()
        #expect(try TableDump.everything(of: again) == before)
        #expect(try again.facts().problem == nil)
    }

    @Test
    func `a closed database is one file`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store(with: (0..<500).map { Stored.event("event-\($0)") })
        try store.close()
        let alone = try TemporaryDatabase()
        try FileManager.default.copyItem(atPath: database.path, toPath: alone.path)
        #expect(try alone.store().facts().events == 500)
    }

    @Test
    func `closing does not wait for another that reads`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store(with: [Stored.event("a")])
        let other = try Store(path: database.path)
        try other.read { connection in
            let before = try EventStore(connection).count()
            try store.close()
            let after = try EventStore(connection).count()
            #expect(before == 1 && after == 1)
        }
        #expect(try other.read { try EventStore($0).count() } == 1)
    }

    @Test
    func `an empty file becomes a database`() throws {
        let database = try TemporaryDatabase()
        try database.write("", to: "engine.sqlite")
        let facts = try database.store().facts()
        #expect(facts.events == 0)
        #expect(facts.schema.hasPrefix("0007"))
    }

    @Test
    func `many that open a new file at once make one schema`() async throws {
        for _ in 0..<4 {
            let database = try TemporaryDatabase()
            let path = database.path
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 { group.addTask { try Store(path: path).facts().events } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts == [0, 0, 0])
            #expect(try database.store().facts().problem == nil)
            try database.remove()
        }
    }

    @Test
    func `a newer schema is refused`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store()
        _ = try store.write { try $0.execute("INSERT INTO grdb_migrations VALUES ('9999-from-the-future')") }
        try store.close()
        #expect(throws: StorageError.newerSchema(path: database.path)) { try database.store() }
    }

    @Test
    func `a missing file is named, and not made`() throws {
        let database = try TemporaryDatabase()
        #expect(throws: StorageError.missing(path: database.path)) {
            try Store(path: database.path, create: false)
        }
        #expect(!FileManager.default.fileExists(atPath: database.path))
    }

    @Test
    func `the address of a server is refused`() {
        #expect(throws: StorageError.unsupportedAddress("postgres://localhost/engine")) {
            try Store(path: "postgres://localhost/engine")
        }
    }

    /// Files that are no database of this program.
    enum ForeignFile: String, CaseIterable {
        case text
        case picture
        case zeros
        case markOfSQLiteAlone

        var bytes: [UInt8] {
            switch self {
            case .text: Array("event_id,ticker\n1,AAPL\n".utf8)
            case .picture: [0x89, 0x50, 0x4e, 0x47] + [UInt8](repeating: 7, count: 5000)
            case .zeros: [UInt8](repeating: 0, count: 8192)
            case .markOfSQLiteAlone: Array("SQLite format 3\u{0}".utf8)
            }
        }
    }

    @Test(arguments: ForeignFile.allCases)
    func `a file that is no database is refused and stays as it is`(file: ForeignFile) throws {
        let database = try TemporaryDatabase()
        try database.write(file.bytes, to: "engine.sqlite")
        let error = #expect(throws: StorageError.self) { try database.store() }
        guard case .notADatabase(database.path, _)? = error else {
            Issue.record("\(file.rawValue) gave \(error.map { "\($0)" } ?? "no error")")
            return
        }
        let isUntouched = try Data(contentsOf: URL(filePath: database.path)) == Data(file.bytes)
        #expect(isUntouched)
    }

    @Test
    func `the database of another program is refused and stays as it is`() throws {
        let database = try TemporaryDatabase()
        let bytes = [UInt8](try Fixture.data("sqlite/other-program.sqlite"))
        try database.write(bytes, to: "engine.sqlite")
        let error = #expect(throws: StorageError.self) { try database.store() }
        #expect("\(error.map { "\($0)" } ?? "")".contains("tables of another program"))
        let isUntouched = try Data(contentsOf: URL(filePath: database.path)) == Data(bytes)
        #expect(isUntouched)
        #expect(try FileManager.default.contentsOfDirectory(atPath: database.folder) == ["engine.sqlite"])
    }

    @Test
    func `a database whose end was cut off is refused`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store(with: (0..<2000).map { Stored.event("event-\($0)") })
        try store.close()
        let whole = try Data(contentsOf: URL(filePath: database.path))
        try #require(whole.count > 500_000)
        // Somewhere inside the first page, and in the middle.
        for length in [700, whole.count / 2] {
            let copy = try TemporaryDatabase()
            try copy.write([UInt8](whole.prefix(length)), to: "engine.sqlite")
            #expect(throws: StorageError.self) {
                let store = try copy.store()
                if let problem = try store.facts().problem {
                    throw StorageError.notADatabase(path: copy.path, reason: problem)
                }
            }
        }
    }

    /// Places where no database can be made.
    @Test
    func `a place that cannot be written is refused with its path`() throws {
        let database = try TemporaryDatabase()
        try database.write("a file", to: "file")
        try FileManager.default.createDirectory(
            atPath: database.file("folder"),
            withIntermediateDirectories: true
        )
        let places = [
            database.file("nowhere/engine.sqlite"), database.file("file/engine.sqlite"),
            database.file("folder"),
        ]
        for place in places {
            let error = #expect(throws: StorageError.self) { try Store(path: place) }
            #expect("\(error.map { "\($0)" } ?? "")".contains("the database \(place) cannot be opened"))
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write read-only folders"))
    func `a read-only folder is refused with the path of the database`() throws {
        let database = try TemporaryDatabase()
        defer { chmod(database.folder, 0o700) }
        #expect(chmod(database.folder, 0o500) == 0)
        let error = #expect(throws: StorageError.self) { try database.store() }
        #expect("\(error.map { "\($0)" } ?? "")".contains(database.path))
    }
}
