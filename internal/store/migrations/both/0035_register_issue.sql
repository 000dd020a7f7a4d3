-- The register of document numbers, the issued copy of a plan with those who
-- get it, questions about issued tasks, and changes after the issue.
-- +goose Up
CREATE TABLE register_series (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    word TEXT NOT NULL,
    paper TEXT NOT NULL,
    elsewhere TEXT NOT NULL,
    closed BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX register_series_key ON register_series (org_id, word);

CREATE TABLE register_entry (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    series_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    number TEXT NOT NULL,
    state TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    on_day TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX register_entry_key ON register_entry (series_id, year, sequence);
CREATE INDEX register_entry_org ON register_entry (org_id, year);

CREATE TABLE issued_copy (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    number TEXT NOT NULL,
    on_day TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX issued_copy_version ON issued_copy (version_id);
CREATE INDEX issued_copy_inspection ON issued_copy (inspection_id);

CREATE TABLE recipient (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    copy_id TEXT NOT NULL,
    department_id TEXT NOT NULL,
    outside TEXT NOT NULL,
    received_on TEXT NOT NULL,
    receiver TEXT NOT NULL,
    by_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX recipient_copy ON recipient (copy_id);

CREATE TABLE task_question (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    measure_id TEXT NOT NULL,
    department_id TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_name TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    answer TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_name TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX task_question_inspection ON task_question (inspection_id, asked_at);
CREATE INDEX task_question_measure ON task_question (measure_id);

CREATE TABLE amendment (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    measure_id TEXT NOT NULL,
    field TEXT NOT NULL,
    was TEXT NOT NULL,
    becomes TEXT NOT NULL,
    was_text TEXT NOT NULL,
    becomes_text TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_name TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_name TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    opinion TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX amendment_inspection ON amendment (inspection_id, asked_at);
CREATE INDEX amendment_problem ON amendment (problem_id);
