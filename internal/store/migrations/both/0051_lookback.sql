-- Looking back at what was signed off: samples as they were drawn, and what was
-- found on the spot.
-- +goose Up
CREATE TABLE sample (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    seed TEXT NOT NULL,
    method TEXT NOT NULL,
    weigh TEXT NOT NULL,
    size BIGINT NOT NULL,
    pool TEXT NOT NULL,
    drawn TEXT NOT NULL,
    note TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX sample_round_id_number_key ON sample (round_id, number);

CREATE TABLE spot_check (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    sample_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    outcome TEXT NOT NULL,
    fact_on TEXT NOT NULL,
    asked BIGINT NOT NULL,
    agreed BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    note TEXT NOT NULL,
    proof TEXT NOT NULL,
    reopened BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX spot_check_problem_id ON spot_check (problem_id);
CREATE INDEX spot_check_inspection_id ON spot_check (inspection_id, on_day);
