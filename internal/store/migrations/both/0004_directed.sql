-- Matters that somebody of the leading body directed himself (直接督办事项).
-- +goose Up
CREATE TABLE directed_matter (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    by_id TEXT NOT NULL,
    body TEXT NOT NULL,
    problems TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX directed_matter_inspection ON directed_matter (inspection_id, on_day);
