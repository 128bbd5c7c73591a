import Foundation
import Storage
import TestSupport
import Testing

/// The schema page names every table, view and column of a new database, and nothing else.
@Suite
struct SchemaPageTests {
    @Test
    func pageAndDatabaseAgree() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(path: folder.appending(path: "engine.sqlite").path)
        let tables = try store.read { connection in
            try connection.map(
                """
                SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
                WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'grdb_migrations'
                """
            ) { "\($0.text(0)).\($0.text(1))" }
        }
        #expect(Set(tables) == Set(try Self.documented()))
    }

    /// `table.column` for every row of the page's tables.
    private static func documented() throws -> [String] {
        let url = SharedData.packageRoot.appending(path: "docs/reference/schema.md")
        let page = try String(contentsOf: url, encoding: .utf8)
        return page.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line -> [String] in
            let cells = line.split(separator: "|").map { quoted($0) }
            guard cells.count > 1, let table = cells[0].first else { return [] }
            return cells[1].map { "\(table).\($0)" }
        }
    }

    private static func quoted(_ cell: Substring) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
