-- A report's .docx that was edited elsewhere and brought back, with what it says
-- otherwise.
-- +goose Up
CREATE TABLE edited_file (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    base_hash TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size BIGINT NOT NULL,
    edits TEXT NOT NULL,
    made_id TEXT NOT NULL,
    brought_by TEXT NOT NULL,
    brought_name TEXT NOT NULL,
    brought_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX edited_file_report_id ON edited_file (report_id, brought_at);
