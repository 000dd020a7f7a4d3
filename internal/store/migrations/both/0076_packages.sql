-- Evidence packages that are made in the background.
-- +goose Up
CREATE TABLE evidence_package (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	account_id TEXT NOT NULL,
	problem_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	round_id TEXT NOT NULL,
	title TEXT NOT NULL,
	state TEXT NOT NULL,
	files BIGINT NOT NULL,
	damaged BIGINT NOT NULL,
	size BIGINT NOT NULL,
	at BIGINT NOT NULL,
	made_at BIGINT NOT NULL,
	version BIGINT NOT NULL
);
CREATE INDEX evidence_package_at ON evidence_package (at);
