-- Holiday notices of coming years that an administrator brought in.
-- +goose Up
CREATE TABLE holiday_notice (
    id TEXT PRIMARY KEY,
    year BIGINT NOT NULL,
    body TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX holiday_notice_year ON holiday_notice (year);
