-- The paper of a body's opinion in a joint review: the file itself, which may
-- come after the opinion.
-- +goose Up
ALTER TABLE plan_opinion ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_opinion ADD COLUMN file_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_opinion ADD COLUMN file_size BIGINT NOT NULL DEFAULT 0;
ALTER TABLE plan_opinion ADD COLUMN file_mime TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_opinion ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
