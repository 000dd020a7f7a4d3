-- The outlines of papers that an inspection office keeps, in versions.
-- +goose Up
CREATE TABLE outline (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    number BIGINT NOT NULL,
    body TEXT NOT NULL,
    note TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX outline_kind_number_key ON outline (org_id, kind, number);
