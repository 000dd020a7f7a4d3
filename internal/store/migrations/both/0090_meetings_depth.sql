-- Meetings to their depth: who was invited, minutes that are approved and then
-- stand, the figures that a meeting heard, and resolutions that somebody sees
-- to and answers for.
-- +goose Up
ALTER TABLE meeting ADD COLUMN invited TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meeting ADD COLUMN hears_progress BIGINT NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN written_by TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN submitted_on TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN approved_on TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN approved_name TEXT NOT NULL DEFAULT '';
ALTER TABLE resolution ADD COLUMN topic BIGINT NOT NULL DEFAULT 0;
ALTER TABLE resolution ADD COLUMN person_id TEXT NOT NULL DEFAULT '';
ALTER TABLE resolution ADD COLUMN answer TEXT NOT NULL DEFAULT '';
ALTER TABLE resolution ADD COLUMN answered_on TEXT NOT NULL DEFAULT '';
ALTER TABLE resolution ADD COLUMN answered_name TEXT NOT NULL DEFAULT '';

CREATE TABLE minutes_correction (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    topic BIGINT NOT NULL,
    body TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX minutes_correction_meeting_id_seq_key ON minutes_correction (meeting_id, seq);

CREATE TABLE meeting_figures (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    problems TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX meeting_figures_meeting_id_key ON meeting_figures (meeting_id);
