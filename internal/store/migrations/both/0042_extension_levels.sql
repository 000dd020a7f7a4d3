-- Extensions: the plan for the rest, the levels that must agree, how often and
-- how long in all; the count stands beside the first deadline.
-- +goose Up
ALTER TABLE extension ADD COLUMN rest_plan TEXT NOT NULL DEFAULT '';
ALTER TABLE extension ADD COLUMN levels TEXT NOT NULL DEFAULT '[]';
ALTER TABLE extension ADD COLUMN level BIGINT NOT NULL DEFAULT 0;
ALTER TABLE extension ADD COLUMN nth BIGINT NOT NULL DEFAULT 0;
ALTER TABLE extension ADD COLUMN delay BIGINT NOT NULL DEFAULT 0;
ALTER TABLE extension ADD COLUMN grounds TEXT NOT NULL DEFAULT '[]';
ALTER TABLE problem ADD COLUMN extended BIGINT NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN extended BIGINT NOT NULL DEFAULT 0;

CREATE TABLE extension_decision (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	extension_id TEXT NOT NULL,
	seq BIGINT NOT NULL,
	role TEXT NOT NULL,
	agree BIGINT NOT NULL,
	opinion TEXT NOT NULL,
	by_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	name TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE UNIQUE INDEX extension_decision_seq ON extension_decision (extension_id, seq);
