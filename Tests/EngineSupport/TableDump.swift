public import Storage

/// The contents of tables as text, for comparing whole databases.
public enum TableDump {
    /// Every row of a table as SQL literals in the order of its key, one line each.
    ///
    /// - Parameters:
    ///   - table: the table's name.
    ///   - omitted: columns that are left out, such as times of writing.
    ///   - store: the database.
    /// - Returns: one line for each row.
    /// - Throws: `StorageError` for a table that there is not.
    public static func lines(
        _ table: String,
        omitting omitted: Set<String> = [],
        of store: Store
    ) throws -> [String] {
        try store.read { connection in
            let columns = try connection.map(
                "SELECT name FROM pragma_table_info($1) ORDER BY cid",
                [.text(table)]
            ) { $0.text(0) }.filter { !omitted.contains($0) }
            let literals = columns.map { "quote(\($0))" }.joined(separator: " || '|' || ")
            return try connection.map("SELECT \(literals) FROM \(table) ORDER BY 1") { $0.text(0) }
        }
    }

    /// The tables that labelling writes, without the times of writing.
    public static func labels(of store: Store) throws -> [String: [String]] {
        try dump(
            ["event_outcomes", "event_outcome_revisions", "outcome_skips", "label_checkpoints"],
            omitting: ["recorded_at", "superseded_at", "updated_at"],
            of: store
        )
    }

    /// Every row of every table, times included.
    public static func everything(of store: Store) throws -> [String: [String]] {
        let tables = try store.read { connection in
            try connection.map("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
                $0.text(0)
            }
        }
        return try dump(tables.filter { !$0.hasPrefix("sqlite_") }, of: store)
    }

    /// Some tables by name.
    public static func dump(
        _ tables: [String],
        omitting omitted: Set<String> = [],
        of store: Store
    ) throws -> [String: [String]] {
        var result: [String: [String]] = [:]
        for table in tables { result[table] = try lines(table, omitting: omitted, of: store) }
        return result
    }
}
