-- Self-examination papers as written, version by version, with the reviewer's
-- remarks; and criticisms answered by measures of the ledger.
-- +goose Up
ALTER TABLE self_paper ADD COLUMN problems TEXT NOT NULL DEFAULT '[]';
ALTER TABLE self_paper ADD COLUMN circle TEXT NOT NULL DEFAULT '[]';
ALTER TABLE criticism ADD COLUMN measure_id TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN origin TEXT NOT NULL DEFAULT '';

CREATE TABLE self_version (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    life_meeting_id TEXT NOT NULL,
    self_paper_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    body TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_mime TEXT NOT NULL,
    file_size BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    outcome TEXT NOT NULL,
    remark TEXT NOT NULL,
    reviewed_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX self_version_self_paper_id_seq ON self_version (self_paper_id, seq);
