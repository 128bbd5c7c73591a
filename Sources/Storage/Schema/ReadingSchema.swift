extension Schema {
    /// Migration 0002: explanations of predictions, the prediction that stands, access tokens, and indexes of the reading side.
    static let readingSchema = """
        CREATE TABLE current_predictions (
            event_id TEXT NOT NULL,
            horizon TEXT NOT NULL,
            prediction_id INTEGER NOT NULL REFERENCES predictions (prediction_id),
            PRIMARY KEY (event_id, horizon)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO current_predictions (event_id, horizon, prediction_id)
            SELECT event_id, horizon, max(prediction_id) FROM predictions WHERE kind = 'live'
            GROUP BY event_id, horizon;
        CREATE TRIGGER live_predictions_become_current AFTER INSERT ON predictions WHEN NEW.kind = 'live'
            BEGIN
                INSERT INTO current_predictions (event_id, horizon, prediction_id)
                VALUES (NEW.event_id, NEW.horizon, NEW.prediction_id)
                ON CONFLICT (event_id, horizon) DO UPDATE SET prediction_id = excluded.prediction_id;
            END;

        CREATE INDEX live_probabilities ON predictions (event_id, horizon, probability_up)
            WHERE kind = 'live' AND probability_up IS NOT NULL;

        CREATE TABLE prediction_explanations (
            prediction_id INTEGER PRIMARY KEY REFERENCES predictions (prediction_id),
            feature_set_version TEXT NOT NULL CHECK (feature_set_version <> ''),
            bias REAL NOT NULL,
            contributions BLOB NOT NULL CHECK (length(contributions) % 4 = 0)
        ) STRICT;
        CREATE TRIGGER explanations_are_never_overwritten BEFORE UPDATE ON prediction_explanations
            BEGIN SELECT raise(ABORT, 'explanations are never overwritten'); END;
        CREATE TRIGGER explanations_are_never_deleted BEFORE DELETE ON prediction_explanations
            BEGIN SELECT raise(ABORT, 'explanations are never deleted'); END;

        CREATE TABLE access_tokens (
            token_id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
            created_at TEXT NOT NULL CHECK (length(created_at) = 20),
            revoked_at TEXT CHECK (length(revoked_at) = 20)
        ) STRICT;

        CREATE INDEX events_by_family ON events (family, known_at);
        CREATE INDEX events_by_type ON events (event_type, known_at);
        CREATE INDEX events_by_items ON events (event_type, items);
        CREATE INDEX events_by_related_event ON events (related_event_id) WHERE related_event_id IS NOT NULL;
        CREATE INDEX events_by_amended_event ON events (amends) WHERE amends IS NOT NULL;
        CREATE INDEX base_scores_by_score ON base_scores (score);
        CREATE INDEX event_outcomes_by_session ON event_outcomes (family, horizon, base_session);
        CREATE INDEX prices_in_quarantine ON prices (quarantined) WHERE quarantined IS NOT NULL;
        """
}
