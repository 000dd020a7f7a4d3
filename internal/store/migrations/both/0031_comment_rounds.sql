-- Comment rounds with a fixed list of those invited; comments that quote a
-- sentence, come from a round, and are applied to the records.
-- +goose Up
CREATE TABLE plan_round (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    ended_on TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_name TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX plan_round_number ON plan_round (inspection_id, number);
CREATE INDEX plan_round_version ON plan_round (version_id);

CREATE TABLE plan_invitee (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    party_id TEXT NOT NULL,
    name TEXT NOT NULL,
    reply TEXT NOT NULL,
    replied_on TEXT NOT NULL,
    replied_by TEXT NOT NULL,
    replied_name TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX plan_invitee_party ON plan_invitee (round_id, party_id);

ALTER TABLE plan_comment ADD COLUMN round_id TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_comment ADD COLUMN invitee_id TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_comment ADD COLUMN body_id TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_comment ADD COLUMN measure_id TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_comment ADD COLUMN quote TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_comment ADD COLUMN applied_by TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_comment ADD COLUMN applied_at BIGINT NOT NULL DEFAULT 0;
