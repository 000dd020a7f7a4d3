-- Which columns an organisation's lists have, in which order, under which
-- heading and how wide.
-- +goose Up
CREATE TABLE column_template (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	purpose TEXT NOT NULL,
	list TEXT NOT NULL,
	columns TEXT NOT NULL,
	version BIGINT NOT NULL
);
CREATE UNIQUE INDEX column_template_place ON column_template (org_id, purpose, list);
