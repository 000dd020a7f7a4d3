-- Papers of an inspection, frozen when they were made.
-- +goose Up
CREATE TABLE report (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    cut_off TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    missing TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    created_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    meeting_id TEXT NOT NULL,
    submitted_on TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_name TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    opinion TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX report_inspection ON report (inspection_id, created_at);
