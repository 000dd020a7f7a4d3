-- A talk is confirmed by both who held it; its content is for them and for
-- the few who are named.
-- +goose Up
ALTER TABLE talk ADD COLUMN circle TEXT NOT NULL DEFAULT '[]';
ALTER TABLE talk ADD COLUMN from_confirmed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE talk ADD COLUMN to_confirmed_on TEXT NOT NULL DEFAULT '';
