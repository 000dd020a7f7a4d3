-- The organisation's own cause categories; one measure for several problems;
-- countable results; the reason of a deadline outside the period; what each
-- assisting department answers for; criteria ticked at sign-off.
-- +goose Up
CREATE TABLE cause_category (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	sort BIGINT NOT NULL,
	retired_on TEXT NOT NULL,
	version BIGINT NOT NULL
);
CREATE UNIQUE INDEX cause_category_code ON cause_category (org_id, code);

CREATE TABLE measure_link (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	measure_id TEXT NOT NULL,
	problem_id TEXT NOT NULL
);
CREATE UNIQUE INDEX measure_link_pair ON measure_link (problem_id, measure_id);
CREATE INDEX measure_link_measure ON measure_link (measure_id);
CREATE INDEX measure_link_inspection ON measure_link (inspection_id);

CREATE TABLE assist_part (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	problem_id TEXT NOT NULL,
	department_id TEXT NOT NULL,
	body TEXT NOT NULL,
	person_id TEXT NOT NULL,
	deadline TEXT NOT NULL,
	verdict TEXT NOT NULL,
	version BIGINT NOT NULL
);
CREATE UNIQUE INDEX assist_part_place ON assist_part (problem_id, department_id);
CREATE INDEX assist_part_inspection ON assist_part (inspection_id);

CREATE TABLE criterion_tick (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	application_id TEXT NOT NULL,
	criterion_id TEXT NOT NULL,
	seq BIGINT NOT NULL,
	body TEXT NOT NULL,
	proof TEXT NOT NULL,
	evidence TEXT NOT NULL,
	note TEXT NOT NULL
);
CREATE INDEX criterion_tick_application ON criterion_tick (application_id, seq);

ALTER TABLE problem ADD COLUMN deadline_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN deadline_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN results TEXT NOT NULL DEFAULT '[]';
