-- A filing package is made as an evidence package is, and bears its own hash.
-- +goose Up
ALTER TABLE evidence_package ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence_package ADD COLUMN hash TEXT NOT NULL DEFAULT '';
