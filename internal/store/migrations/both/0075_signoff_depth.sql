-- Sign-off to its depth: an application keeps the chain that it began with,
-- verifiers record what they looked into, and every reopening begins a cycle of
-- its own, whose measures, progress, evidence and application are its own.
-- A cycle is the number of reopenings that came before; what was reopened
-- before this migration stays in one.
-- +goose Up
ALTER TABLE application ADD COLUMN chain TEXT NOT NULL DEFAULT '[]';
ALTER TABLE application ADD COLUMN cycle BIGINT NOT NULL DEFAULT 0;
ALTER TABLE decision ADD COLUMN until_on TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN old_deadline TEXT NOT NULL DEFAULT '';
ALTER TABLE reopening ADD COLUMN cycle BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reopening ADD COLUMN fact_on TEXT NOT NULL DEFAULT '';
ALTER TABLE reopening ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE reopening ADD COLUMN proof TEXT NOT NULL DEFAULT '[]';
ALTER TABLE reopening ADD COLUMN spot_check_id TEXT NOT NULL DEFAULT '';
ALTER TABLE reopening ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE reopening ADD COLUMN file_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE reopening ADD COLUMN file_size BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reopening ADD COLUMN file_mime TEXT NOT NULL DEFAULT '';
ALTER TABLE reopening ADD COLUMN closed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE reopening ADD COLUMN deadline TEXT NOT NULL DEFAULT '';
ALTER TABLE reopening ADD COLUMN old_deadline TEXT NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN cycle BIGINT NOT NULL DEFAULT 0;
ALTER TABLE problem ADD COLUMN follow_due TEXT NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN follow_ended_on TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN cycle BIGINT NOT NULL DEFAULT 0;
ALTER TABLE measure_link ADD COLUMN cycle BIGINT NOT NULL DEFAULT 0;
ALTER TABLE progress ADD COLUMN cycle BIGINT NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN cycle BIGINT NOT NULL DEFAULT 0;
ALTER TABLE evidence_link ADD COLUMN cycle BIGINT NOT NULL DEFAULT 0;

CREATE TABLE verification (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	application_id TEXT NOT NULL,
	decision_id TEXT NOT NULL,
	step TEXT NOT NULL,
	seq BIGINT NOT NULL,
	kind TEXT NOT NULL,
	body TEXT NOT NULL,
	result TEXT NOT NULL,
	on_day TEXT NOT NULL,
	detail TEXT NOT NULL,
	evidence TEXT NOT NULL
);
CREATE INDEX verification_application_id ON verification (application_id, seq);

CREATE TABLE follow_up (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	problem_id TEXT NOT NULL,
	cycle BIGINT NOT NULL,
	due TEXT NOT NULL,
	on_day TEXT NOT NULL,
	kept TEXT NOT NULL,
	body TEXT NOT NULL,
	proof TEXT NOT NULL,
	by_id TEXT NOT NULL,
	name TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE UNIQUE INDEX follow_up_due ON follow_up (problem_id, cycle, due);
CREATE INDEX follow_up_inspection_id ON follow_up (inspection_id);

CREATE TABLE follow_end (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	problem_id TEXT NOT NULL,
	reason TEXT NOT NULL,
	state TEXT NOT NULL,
	asked_by TEXT NOT NULL,
	asked_name TEXT NOT NULL,
	asked_at BIGINT NOT NULL,
	opinion TEXT NOT NULL,
	basis TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	decided_name TEXT NOT NULL,
	decided_at BIGINT NOT NULL,
	version BIGINT NOT NULL
);
CREATE INDEX follow_end_problem_id ON follow_end (problem_id);
CREATE INDEX problem_follow_due ON problem (inspection_id, follow_due);
