-- The library of rules to be studied: those of a round, and those that an
-- organisation adds for its inspection. A session names problems and causes.
-- +goose Up
CREATE TABLE study_rule (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT NOT NULL,
    number TEXT NOT NULL,
    year BIGINT NOT NULL,
    required BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX study_rule_round_id ON study_rule (round_id, inspection_id);
ALTER TABLE study ADD COLUMN problems TEXT NOT NULL DEFAULT '[]';
ALTER TABLE study ADD COLUMN causes TEXT NOT NULL DEFAULT '[]';
