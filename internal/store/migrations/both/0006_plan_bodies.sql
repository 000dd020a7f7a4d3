-- Which body consented to a plan: the inspection office, the team, or one of
-- the reviewing bodies.
-- +goose Up
ALTER TABLE plan_approval ADD COLUMN body_id TEXT NOT NULL DEFAULT '';
