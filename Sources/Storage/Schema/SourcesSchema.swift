extension Schema {
    /// Migration 0003: how far each source has been read, by source and key.
    static let sourcesSchema = """
        CREATE TABLE source_states (
            source TEXT NOT NULL CHECK (source <> ''),
            key TEXT NOT NULL,
            last_attempt_at TEXT CHECK (length(last_attempt_at) = 20),
            last_success_at TEXT CHECK (length(last_success_at) = 20),
            entity_tag TEXT,
            last_modified TEXT,
            position TEXT,
            message TEXT,
            consecutive_failures INTEGER NOT NULL CHECK (consecutive_failures >= 0),
            PRIMARY KEY (source, key)
        ) STRICT, WITHOUT ROWID;
        """
}
