-- By which ways warnings reach people: an e-mail a day, a calendar feed behind
-- a secret link, and robots of groups. What was sent on which day is noted
-- before it is sent, so that nothing goes out twice.
-- +goose Up
CREATE TABLE warning_ways (
	id TEXT PRIMARY KEY,
	email TEXT NOT NULL,
	digest BIGINT NOT NULL,
	feed_hash TEXT NOT NULL,
	feed_at BIGINT NOT NULL,
	version BIGINT NOT NULL
);
CREATE INDEX warning_ways_feed_hash ON warning_ways (feed_hash);

CREATE TABLE robot (
	id TEXT PRIMARY KEY,
	org_id TEXT NOT NULL,
	round_id TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	address TEXT NOT NULL,
	secret TEXT NOT NULL,
	stopped BIGINT NOT NULL,
	by_id TEXT NOT NULL,
	version BIGINT NOT NULL
);
CREATE INDEX robot_org_id ON robot (org_id);

CREATE TABLE sending (
	id TEXT PRIMARY KEY,
	kind TEXT NOT NULL,
	to_id TEXT NOT NULL,
	on_day TEXT NOT NULL,
	state TEXT NOT NULL,
	attempts BIGINT NOT NULL,
	reason TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE INDEX sending_on_day ON sending (on_day);
