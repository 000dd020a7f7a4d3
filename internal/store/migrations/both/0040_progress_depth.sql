-- Progress by period: the period, result figures with their proof, who must
-- help; what others say to an entry; why figures do not add up.
-- +goose Up
ALTER TABLE progress ADD COLUMN period TEXT NOT NULL DEFAULT '';
ALTER TABLE progress ADD COLUMN figures TEXT NOT NULL DEFAULT '[]';
ALTER TABLE progress ADD COLUMN help_dept_id TEXT NOT NULL DEFAULT '';
ALTER TABLE progress ADD COLUMN help_person_id TEXT NOT NULL DEFAULT '';

CREATE TABLE progress_comment (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	problem_id TEXT NOT NULL,
	progress_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	body TEXT NOT NULL,
	by_id TEXT NOT NULL,
	name TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE INDEX progress_comment_problem ON progress_comment (problem_id, at);
CREATE INDEX progress_comment_inspection ON progress_comment (inspection_id);

CREATE TABLE sum_reason (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	problem_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	unit TEXT NOT NULL,
	reported BIGINT NOT NULL,
	wanted BIGINT NOT NULL,
	reason TEXT NOT NULL,
	by_id TEXT NOT NULL,
	name TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE INDEX sum_reason_problem ON sum_reason (problem_id, at);
