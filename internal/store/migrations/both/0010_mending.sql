-- The counting level of a feedback paper, and the proposals before each mending,
-- so that one can be undone.
-- +goose Up
ALTER TABLE feedback ADD COLUMN counting_level BIGINT NOT NULL DEFAULT 0;

CREATE TABLE draft_step (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    feedback_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    draft TEXT NOT NULL,
    counting_level BIGINT NOT NULL
);
CREATE UNIQUE INDEX draft_step_feedback_id_seq_key ON draft_step (feedback_id, seq);
