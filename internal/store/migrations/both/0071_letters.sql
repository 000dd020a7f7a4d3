-- Letters of supervision: their ladder is a setting of the round; each letter
-- with the problems that it names, its approval, receipt and answer.
-- +goose Up
CREATE TABLE letter (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	round_id TEXT NOT NULL,
	department_id TEXT NOT NULL,
	issuer_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	kind_name TEXT NOT NULL,
	title TEXT NOT NULL,
	addressee TEXT NOT NULL,
	basis TEXT NOT NULL,
	demand TEXT NOT NULL,
	due_on TEXT NOT NULL,
	meet_on TEXT NOT NULL,
	meet_place TEXT NOT NULL,
	state TEXT NOT NULL,
	drafted_by TEXT NOT NULL,
	drafted_name TEXT NOT NULL,
	drafted_at BIGINT NOT NULL,
	content_hash TEXT NOT NULL,
	approved_by TEXT NOT NULL,
	approved_name TEXT NOT NULL,
	approved_at BIGINT NOT NULL,
	opinion TEXT NOT NULL,
	number TEXT NOT NULL,
	issued_on TEXT NOT NULL,
	issued_name TEXT NOT NULL,
	file_name TEXT NOT NULL,
	file_hash TEXT NOT NULL,
	file_size BIGINT NOT NULL,
	received_on TEXT NOT NULL,
	received_by TEXT NOT NULL,
	receiver TEXT NOT NULL,
	reply TEXT NOT NULL,
	proof TEXT NOT NULL,
	replied_on TEXT NOT NULL,
	replied_by TEXT NOT NULL,
	replied_name TEXT NOT NULL,
	outcome TEXT NOT NULL,
	settled_on TEXT NOT NULL,
	settled_name TEXT NOT NULL,
	version BIGINT NOT NULL
);
CREATE INDEX letter_inspection_id ON letter (inspection_id, state);
CREATE INDEX letter_round_id ON letter (round_id, state);

CREATE TABLE letter_item (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	letter_id TEXT NOT NULL,
	seq BIGINT NOT NULL,
	problem_id TEXT NOT NULL,
	number TEXT NOT NULL,
	title TEXT NOT NULL,
	deadline TEXT NOT NULL
);
CREATE UNIQUE INDEX letter_item_letter_id_seq ON letter_item (letter_id, seq);
CREATE INDEX letter_item_problem_id ON letter_item (problem_id);
