-- What was changed in the grid, step by step, so that it can be taken back;
-- and which lacks stop a plan is a setting within the round's settings.
-- +goose Up
CREATE TABLE grid_step (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	inspection_id TEXT NOT NULL,
	account_id TEXT NOT NULL,
	seq BIGINT NOT NULL,
	undone BIGINT NOT NULL,
	cells TEXT NOT NULL,
	version BIGINT NOT NULL
);
CREATE UNIQUE INDEX grid_step_place ON grid_step (inspection_id, account_id, seq);
