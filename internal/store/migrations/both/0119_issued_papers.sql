-- Papers as they were issued: kept for ever with the records that they counted
-- and their file.
-- +goose Up
CREATE TABLE issued_paper (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    of_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    doc_number TEXT NOT NULL,
    on_day TEXT NOT NULL,
    cut_off TEXT NOT NULL,
    outline TEXT NOT NULL,
    body TEXT NOT NULL,
    data TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size BIGINT NOT NULL,
    hash TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_name TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    opinion TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX issued_paper_version ON issued_paper (inspection_id, round_id, kind, of_id, number);
-- What goes up or is published is kept as the file that it was.
ALTER TABLE report ADD COLUMN sent_name TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN sent_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN sent_size BIGINT NOT NULL DEFAULT 0;
ALTER TABLE publication ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE publication ADD COLUMN file_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE publication ADD COLUMN file_size BIGINT NOT NULL DEFAULT 0;
