-- Regulations to their depth: who adopted them, in force from when, how they
-- are applied, when they are looked at again, and their texts in versions.
-- Linked work has figures and proof.
-- +goose Up
ALTER TABLE regulation ADD COLUMN meeting_id TEXT NOT NULL DEFAULT '';
ALTER TABLE regulation ADD COLUMN in_force_on TEXT NOT NULL DEFAULT '';
ALTER TABLE regulation ADD COLUMN applied_on TEXT NOT NULL DEFAULT '';
ALTER TABLE regulation ADD COLUMN application TEXT NOT NULL DEFAULT '';
ALTER TABLE regulation ADD COLUMN proof TEXT NOT NULL DEFAULT '[]';
ALTER TABLE regulation ADD COLUMN review_on TEXT NOT NULL DEFAULT '';
ALTER TABLE regulation ADD COLUMN causes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE linked_work ADD COLUMN figures TEXT NOT NULL DEFAULT '[]';
ALTER TABLE linked_work ADD COLUMN proof TEXT NOT NULL DEFAULT '[]';

CREATE TABLE regulation_text (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    regulation_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    by_id TEXT NOT NULL,
    author TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX regulation_text_regulation_id_number_key ON regulation_text (regulation_id, number);
