extension Schema {
    /// Migration 0007: simulated worlds that went through the engine, and the certificates that sum them up.
    static let validationSchema = """
        CREATE TABLE validation_worlds (
            engine_version TEXT NOT NULL CHECK (engine_version <> ''),
            seed INTEGER NOT NULL,
            kind TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 0),
            effect REAL NOT NULL,
            outcomes INTEGER NOT NULL,
            promoted TEXT NOT NULL,
            judged INTEGER NOT NULL,
            ranges INTEGER NOT NULL,
            covered INTEGER NOT NULL CHECK (covered <= ranges),
            intervals INTEGER NOT NULL,
            intervals_with_truth INTEGER NOT NULL CHECK (intervals_with_truth <= intervals),
            PRIMARY KEY (engine_version, seed, kind, number, effect)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE validation_certificates (
            certificate_id INTEGER PRIMARY KEY,
            issued_at TEXT NOT NULL CHECK (length(issued_at) = 20),
            engine_version TEXT NOT NULL CHECK (engine_version <> ''),
            seed INTEGER NOT NULL,
            is_certificate INTEGER NOT NULL CHECK (is_certificate IN (0, 1)),
            text TEXT NOT NULL,
            report TEXT NOT NULL
        ) STRICT;
        """
}
