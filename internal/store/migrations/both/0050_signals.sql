-- Signals of paper rectification: what was found, on which records, how the
-- organisation answered and what the inspection office says. Nothing of it is
-- ever deleted. And what files of evidence say of themselves.
-- +goose Up
CREATE TABLE signal (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    signal_key TEXT NOT NULL,
    variant TEXT NOT NULL,
    args TEXT NOT NULL,
    stage TEXT NOT NULL,
    base_hash TEXT NOT NULL,
    settings BIGINT NOT NULL,
    found_at BIGINT NOT NULL,
    gone_on TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL,
    proof TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_name TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    answered_hash TEXT NOT NULL,
    outcome TEXT NOT NULL,
    review TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    reviewed_name TEXT NOT NULL,
    reviewed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX signal_inspection_id_key ON signal (inspection_id, signal_key);
CREATE INDEX signal_round_id_state ON signal (round_id, state);

CREATE TABLE signal_base (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    signal_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    of_org TEXT NOT NULL,
    label TEXT NOT NULL
);
CREATE INDEX signal_base_signal_id ON signal_base (signal_id, seq);
CREATE INDEX signal_base_problem_id ON signal_base (problem_id);

CREATE TABLE signal_settings (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    settings TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX signal_settings_round_id_number_key ON signal_settings (round_id, number);

CREATE TABLE signal_run (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    took BIGINT NOT NULL,
    problems BIGINT NOT NULL,
    texts BIGINT NOT NULL,
    found BIGINT NOT NULL,
    by_id TEXT NOT NULL
);
CREATE INDEX signal_run_at ON signal_run (at);

CREATE TABLE evidence_fact (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    state TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    created_on TEXT NOT NULL,
    modified_on TEXT NOT NULL,
    author TEXT NOT NULL,
    last_author TEXT NOT NULL,
    company TEXT NOT NULL,
    program TEXT NOT NULL,
    scanned BIGINT NOT NULL,
    picture TEXT NOT NULL,
    read_at BIGINT NOT NULL
);
CREATE INDEX evidence_fact_inspection_id ON evidence_fact (inspection_id);
