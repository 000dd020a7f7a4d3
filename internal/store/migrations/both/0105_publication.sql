-- What is told of an accepted report inside the Party and to society, and the
-- opinions that come in about it.
-- +goose Up
CREATE TABLE publication (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    choices TEXT NOT NULL,
    rules TEXT NOT NULL,
    words TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    mail TEXT NOT NULL,
    until_day TEXT NOT NULL,
    place TEXT NOT NULL,
    published_on TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT NOT NULL,
    publisher TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX publication_report_id_kind_key ON publication (report_id, kind);
CREATE INDEX publication_inspection_id ON publication (inspection_id);

CREATE TABLE public_opinion (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    publication_id TEXT NOT NULL,
    way TEXT NOT NULL,
    received_on TEXT NOT NULL,
    sender TEXT NOT NULL,
    contact TEXT NOT NULL,
    body TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    department_id TEXT NOT NULL,
    due TEXT NOT NULL,
    assigned_on TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answerer TEXT NOT NULL,
    told TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX public_opinion_inspection_id ON public_opinion (inspection_id, received_on);
