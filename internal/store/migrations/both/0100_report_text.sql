-- A draft's text is changed by people: what was composed stays beside it. The
-- records that the figures of a report counted are kept with it.
-- +goose Up
ALTER TABLE report ADD COLUMN base TEXT NOT NULL DEFAULT 'null';
ALTER TABLE report ADD COLUMN data TEXT NOT NULL DEFAULT 'null';
