-- The satisfaction survey. Nothing here says who answered what: a code is
-- deleted when it is used, and an answer is a number that grows.
-- +goose Up
CREATE TABLE survey (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    title TEXT NOT NULL,
    audience TEXT NOT NULL,
    questions TEXT NOT NULL,
    least BIGINT NOT NULL,
    state TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX survey_inspection_id ON survey (inspection_id, at);

CREATE TABLE survey_batch (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    survey_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    receiver TEXT NOT NULL,
    size BIGINT NOT NULL,
    voided BIGINT NOT NULL,
    void_reason TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX survey_batch_survey_id_number_key ON survey_batch (survey_id, number);

CREATE TABLE survey_code (
    hash TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    survey_id TEXT NOT NULL,
    batch_id TEXT NOT NULL
);
CREATE INDEX survey_code_batch_id ON survey_code (batch_id);

CREATE TABLE survey_tally (
    survey_id TEXT NOT NULL,
    org_id TEXT NOT NULL,
    question TEXT NOT NULL,
    choice TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (survey_id, question, choice)
);

CREATE TABLE survey_box (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    survey_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    label TEXT NOT NULL,
    state TEXT NOT NULL,
    first_count TEXT NOT NULL,
    first_by TEXT NOT NULL,
    first_name TEXT NOT NULL,
    second_count TEXT NOT NULL,
    second_by TEXT NOT NULL,
    second_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX survey_box_survey_id_number_key ON survey_box (survey_id, number);
