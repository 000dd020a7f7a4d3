-- The evaluation of rectification: schemes in versions, and what both sides
-- say of each item.
-- +goose Up
CREATE TABLE scheme (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    family TEXT NOT NULL,
    number BIGINT NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    items TEXT NOT NULL,
    vetoes TEXT NOT NULL,
    grades TEXT NOT NULL,
    retired BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX scheme_family_number_key ON scheme (family, number);

CREATE TABLE evaluation (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    scheme_id TEXT NOT NULL,
    cut_off TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL,
    marks TEXT NOT NULL,
    self_note TEXT NOT NULL,
    self_by TEXT NOT NULL,
    self_name TEXT NOT NULL,
    self_at BIGINT NOT NULL,
    returned TEXT NOT NULL,
    vetoes TEXT NOT NULL,
    veto_reason TEXT NOT NULL,
    opinion TEXT NOT NULL,
    review_by TEXT NOT NULL,
    review_name TEXT NOT NULL,
    review_at BIGINT NOT NULL,
    answer_until TEXT NOT NULL,
    objects BIGINT NOT NULL,
    objection TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    answer_name TEXT NOT NULL,
    answer_at BIGINT NOT NULL,
    reply TEXT NOT NULL,
    total BIGINT NOT NULL,
    grade TEXT NOT NULL,
    final_by TEXT NOT NULL,
    final_name TEXT NOT NULL,
    final_on TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_name TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX evaluation_inspection_id ON evaluation (inspection_id, opened_at);
CREATE INDEX evaluation_round_id ON evaluation (round_id);
