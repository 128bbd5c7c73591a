extension Schema {
    /// Migration 0001.
    ///
    /// Days are ISO text, instants ISO text in UTC, returns fractions, impacts 0...100.
    static let engineSchema = """
        CREATE TABLE database_settings (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE instruments (
            ticker TEXT NOT NULL PRIMARY KEY,
            cik TEXT,
            name TEXT,
            sic INTEGER,
            sector TEXT,
            size_class TEXT CHECK (size_class IN ('small', 'mid', 'large')),
            updated_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE events (
            event_id TEXT NOT NULL PRIMARY KEY CHECK (event_id <> ''),
            ticker TEXT NOT NULL CHECK (ticker <> ''),
            ticker_valid INTEGER NOT NULL CHECK (ticker_valid IN (0, 1)),
            cik TEXT,
            company_name TEXT,
            family TEXT NOT NULL,
            event_type TEXT NOT NULL,
            items TEXT NOT NULL,
            occurred_on TEXT NOT NULL CHECK (length(occurred_on) = 10),
            known_at TEXT NOT NULL CHECK (length(known_at) = 20),
            time_precision TEXT NOT NULL CHECK (time_precision IN ('exact', 'day')),
            time_source TEXT NOT NULL,
            title TEXT NOT NULL,
            summary TEXT NOT NULL,
            source TEXT NOT NULL,
            source_url TEXT,
            eps_estimate REAL,
            eps_actual REAL,
            surprise_pct REAL,
            decision TEXT,
            amends TEXT,
            is_amendment INTEGER NOT NULL CHECK (is_amendment IN (0, 1)),
            related_event_id TEXT,
            ingested_at TEXT NOT NULL,
            CHECK (known_at <= ingested_at)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX events_by_ticker ON events (ticker, known_at);
        CREATE INDEX events_by_time ON events (known_at);

        CREATE TABLE price_series (
            ticker TEXT NOT NULL PRIMARY KEY,
            source TEXT NOT NULL,
            fetched_at TEXT NOT NULL,
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            bars INTEGER NOT NULL CHECK (bars > 0),
            vintage TEXT NOT NULL CHECK (length(vintage) = 16)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE prices (
            ticker TEXT NOT NULL,
            day TEXT NOT NULL CHECK (length(day) = 10),
            open REAL,
            high REAL,
            low REAL,
            close REAL,
            adj_close REAL,
            volume REAL,
            dividends REAL NOT NULL,
            stock_splits REAL NOT NULL,
            quarantined TEXT,
            PRIMARY KEY (ticker, day),
            FOREIGN KEY (ticker) REFERENCES price_series (ticker) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE price_breaks (
            ticker TEXT NOT NULL,
            day TEXT NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            PRIMARY KEY (ticker, day, reason),
            FOREIGN KEY (ticker) REFERENCES price_series (ticker) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE base_scores (
            event_id TEXT NOT NULL PRIMARY KEY REFERENCES events (event_id),
            score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
            direction TEXT NOT NULL CHECK (direction IN ('positive', 'negative', 'neutral', 'uncertain')),
            direction_confidence REAL NOT NULL CHECK (direction_confidence BETWEEN 0 AND 1),
            rules_version TEXT NOT NULL,
            breakdown TEXT NOT NULL,
            scored_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event_outcomes (
            event_id TEXT NOT NULL REFERENCES events (event_id),
            horizon TEXT NOT NULL CHECK (horizon IN ('1d', '5d', '20d')),
            ticker TEXT NOT NULL,
            family TEXT NOT NULL,
            event_type TEXT NOT NULL,
            outcome_return REAL NOT NULL,
            stock_return REAL NOT NULL CHECK (stock_return >= -1),
            benchmark_return REAL NOT NULL CHECK (benchmark_return >= -1),
            label_direction INTEGER NOT NULL CHECK (label_direction IN (-1, 0, 1)),
            label_magnitude REAL NOT NULL CHECK (label_magnitude >= 0),
            realized_impact REAL CHECK (realized_impact BETWEEN 0 AND 100),
            base_session TEXT NOT NULL,
            outcome_session TEXT NOT NULL CHECK (outcome_session > base_session),
            benchmark TEXT NOT NULL,
            price_vintage TEXT NOT NULL CHECK (length(price_vintage) = 16),
            label_version TEXT NOT NULL,
            trained_version TEXT,
            recorded_at TEXT NOT NULL,
            PRIMARY KEY (event_id, horizon)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX event_outcomes_by_ticker ON event_outcomes (ticker);

        CREATE TABLE event_outcome_revisions (
            event_id TEXT NOT NULL,
            horizon TEXT NOT NULL,
            superseded_at TEXT NOT NULL,
            revision INTEGER NOT NULL,
            outcome_return REAL NOT NULL,
            stock_return REAL NOT NULL,
            benchmark_return REAL NOT NULL,
            label_direction INTEGER NOT NULL,
            label_magnitude REAL NOT NULL,
            realized_impact REAL,
            base_session TEXT NOT NULL,
            outcome_session TEXT NOT NULL,
            benchmark TEXT NOT NULL,
            price_vintage TEXT NOT NULL,
            label_version TEXT NOT NULL,
            trained_version TEXT,
            recorded_at TEXT NOT NULL,
            PRIMARY KEY (event_id, horizon, revision)
        ) STRICT, WITHOUT ROWID;

        CREATE VIEW event_outcomes_wide AS
            SELECT event_id, ticker, family, event_type,
                max(CASE horizon WHEN '1d' THEN outcome_return END) AS outcome_return_1d,
                max(CASE horizon WHEN '5d' THEN outcome_return END) AS outcome_return_5d,
                max(CASE horizon WHEN '20d' THEN outcome_return END) AS outcome_return_20d,
                max(CASE horizon WHEN '1d' THEN realized_impact END) AS realized_impact_1d,
                max(CASE horizon WHEN '5d' THEN realized_impact END) AS realized_impact_5d,
                max(CASE horizon WHEN '20d' THEN realized_impact END) AS realized_impact_20d
            FROM event_outcomes
            GROUP BY event_id, ticker, family, event_type;

        CREATE TABLE outcome_skips (
            event_id TEXT NOT NULL REFERENCES events (event_id),
            horizon TEXT NOT NULL CHECK (horizon IN ('1d', '5d', '20d')),
            ticker TEXT NOT NULL,
            reason TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            PRIMARY KEY (event_id, horizon)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX outcome_skips_by_ticker ON outcome_skips (ticker);

        CREATE TABLE label_checkpoints (
            ticker TEXT NOT NULL PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            next_due TEXT,
            updated_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE model_registry (
            model_id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            family TEXT NOT NULL,
            horizon TEXT NOT NULL CHECK (horizon IN ('1d', '5d', '20d')),
            version TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('staging', 'champion', 'archived')),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            feature_set_version TEXT NOT NULL,
            label_version TEXT NOT NULL,
            training_cutoff TEXT NOT NULL,
            data_hash TEXT NOT NULL,
            seed INTEGER NOT NULL,
            samples INTEGER NOT NULL CHECK (samples > 0),
            companies INTEGER NOT NULL CHECK (companies > 0),
            weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
            record TEXT NOT NULL,
            created_at TEXT NOT NULL,
            UNIQUE (family, horizon, version)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX one_champion_per_slot ON model_registry (family, horizon) WHERE status = 'champion';

        CREATE TABLE model_artefacts (
            model_id TEXT NOT NULL PRIMARY KEY REFERENCES model_registry (model_id),
            artefact BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE model_status_changes (
            change_id INTEGER PRIMARY KEY,
            model_id TEXT NOT NULL REFERENCES model_registry (model_id),
            from_status TEXT,
            to_status TEXT NOT NULL,
            reason TEXT NOT NULL,
            changed_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX model_status_changes_by_model ON model_status_changes (model_id);

        CREATE TABLE gate_decisions (
            decision_id INTEGER PRIMARY KEY,
            model_id TEXT REFERENCES model_registry (model_id),
            family TEXT NOT NULL,
            horizon TEXT NOT NULL,
            head TEXT NOT NULL,
            passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
            reason TEXT NOT NULL,
            decision TEXT NOT NULL,
            decided_at TEXT NOT NULL
        ) STRICT;

        CREATE TABLE predictions (
            prediction_id INTEGER PRIMARY KEY,
            event_id TEXT NOT NULL REFERENCES events (event_id),
            horizon TEXT NOT NULL CHECK (horizon IN ('1d', '5d', '20d')),
            kind TEXT NOT NULL CHECK (kind IN ('walk_forward', 'lock_box', 'live')),
            model_id TEXT REFERENCES model_registry (model_id),
            direction_model_id TEXT REFERENCES model_registry (model_id),
            feature_hash TEXT NOT NULL,
            base_score REAL NOT NULL CHECK (base_score BETWEEN 0 AND 100),
            adjustment REAL NOT NULL CHECK (adjustment BETWEEN -20 AND 20),
            ml_score_adjusted REAL NOT NULL CHECK (ml_score_adjusted BETWEEN 0 AND 100),
            ml_applied INTEGER NOT NULL CHECK (ml_applied IN (0, 1)),
            ml_not_applied_reason TEXT,
            weight REAL CHECK (weight BETWEEN 0 AND 1),
            predicted_impact REAL CHECK (predicted_impact BETWEEN 0 AND 100),
            probability_up REAL CHECK (probability_up BETWEEN 0 AND 1),
            predicted_move REAL CHECK (predicted_move >= 0),
            interval_lower REAL,
            interval_upper REAL CHECK (interval_upper >= interval_lower),
            volatility REAL CHECK (volatility >= 0),
            baseline_impact REAL CHECK (baseline_impact BETWEEN 0 AND 100),
            baseline_probability REAL CHECK (baseline_probability BETWEEN 0 AND 1),
            fold INTEGER,
            data_as_of TEXT NOT NULL,
            made_at TEXT NOT NULL,
            CHECK (ml_applied = (ml_not_applied_reason IS NULL)),
            CHECK (ml_applied = 1 OR adjustment = 0),
            CHECK (data_as_of <= made_at)
        ) STRICT;
        CREATE UNIQUE INDEX predictions_once
            ON predictions (event_id, horizon, kind, coalesce(model_id, ''), coalesce(direction_model_id, ''),
                feature_hash, base_score);
        CREATE INDEX predictions_by_model ON predictions (model_id, kind);
        CREATE TRIGGER predictions_are_never_overwritten BEFORE UPDATE ON predictions
            BEGIN SELECT raise(ABORT, 'predictions are never overwritten'); END;
        CREATE TRIGGER predictions_are_never_deleted BEFORE DELETE ON predictions
            BEGIN SELECT raise(ABORT, 'predictions are never deleted'); END;

        CREATE TABLE runs (
            run_id INTEGER PRIMARY KEY,
            job TEXT NOT NULL,
            arguments TEXT NOT NULL,
            process INTEGER NOT NULL,
            status TEXT NOT NULL
                CHECK (status IN ('running', 'succeeded', 'nothing_to_do', 'failed', 'interrupted')),
            started_at TEXT NOT NULL,
            finished_at TEXT,
            message TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE TABLE run_counts (
            run_id INTEGER NOT NULL REFERENCES runs (run_id),
            family TEXT NOT NULL,
            horizon TEXT NOT NULL,
            outcome TEXT NOT NULL,
            n INTEGER NOT NULL CHECK (n >= 0),
            PRIMARY KEY (run_id, family, horizon, outcome)
        ) STRICT, WITHOUT ROWID;
        """
}
