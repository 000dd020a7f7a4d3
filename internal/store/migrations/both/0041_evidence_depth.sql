-- Evidence: title, kind, source, secrecy mark, review, versions; one file for
-- several problems; uploads in parts that can go on after a break.
-- +goose Up
ALTER TABLE evidence ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN secrecy TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN state TEXT NOT NULL DEFAULT 'submitted';
ALTER TABLE evidence ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN opinion TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN reviewed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN reviewed_name TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN reviewed_at BIGINT NOT NULL DEFAULT 0;

CREATE TABLE evidence_link (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	evidence_id TEXT NOT NULL,
	problem_id TEXT NOT NULL
);
CREATE UNIQUE INDEX evidence_link_pair ON evidence_link (problem_id, evidence_id);
CREATE INDEX evidence_link_evidence ON evidence_link (evidence_id);

CREATE TABLE upload (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	problem_id TEXT NOT NULL,
	account_id TEXT NOT NULL,
	name TEXT NOT NULL,
	size BIGINT NOT NULL,
	hash TEXT NOT NULL,
	at BIGINT NOT NULL,
	evidence_id TEXT NOT NULL
);
CREATE INDEX upload_account ON upload (account_id, problem_id, hash);
CREATE INDEX upload_at ON upload (at);
