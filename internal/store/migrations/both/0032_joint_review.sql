-- Joint review: a submission to bodies that are fixed then, an opinion of each,
-- and one merged result. What a body says about a problem is a comment that is
-- held back until the result takes it up.
-- +goose Up
CREATE TABLE plan_review (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    bodies TEXT NOT NULL,
    grades BIGINT NOT NULL,
    due TEXT NOT NULL,
    submitted_on TEXT NOT NULL,
    submitted_by TEXT NOT NULL,
    submitted_name TEXT NOT NULL,
    result TEXT NOT NULL,
    overall TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_name TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX plan_review_version ON plan_review (version_id);
CREATE INDEX plan_review_inspection ON plan_review (inspection_id, number);

CREATE TABLE plan_opinion (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    review_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    body_kind TEXT NOT NULL,
    body_id TEXT NOT NULL,
    body_name TEXT NOT NULL,
    verdict TEXT NOT NULL,
    overall TEXT NOT NULL,
    hash TEXT NOT NULL,
    paper TEXT NOT NULL,
    paper_on TEXT NOT NULL,
    grades TEXT NOT NULL,
    on_day TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX plan_opinion_body ON plan_opinion (review_id, body_id);

ALTER TABLE plan_comment ADD COLUMN opinion_id TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_comment ADD COLUMN merged TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_comment ADD COLUMN held TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_approval ADD COLUMN paper TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_approval ADD COLUMN paper_on TEXT NOT NULL DEFAULT '';
