-- The file of a life meeting: consent with its paper, guests, opinions that
-- were solicited, and for whom it all is. Of an opinion that came in unnamed
-- nothing is kept but its words and the day.
-- +goose Up
ALTER TABLE life_meeting ADD COLUMN ask_number TEXT NOT NULL DEFAULT '';
ALTER TABLE life_meeting ADD COLUMN consent_number TEXT NOT NULL DEFAULT '';
ALTER TABLE life_meeting ADD COLUMN consent_file TEXT NOT NULL DEFAULT '';
ALTER TABLE life_meeting ADD COLUMN consent_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE life_meeting ADD COLUMN consent_size BIGINT NOT NULL DEFAULT 0;
ALTER TABLE life_meeting ADD COLUMN consent_mime TEXT NOT NULL DEFAULT '';
ALTER TABLE life_meeting ADD COLUMN studies TEXT NOT NULL DEFAULT '[]';
ALTER TABLE life_meeting ADD COLUMN box_code TEXT NOT NULL DEFAULT '';
ALTER TABLE life_meeting ADD COLUMN box_until TEXT NOT NULL DEFAULT '';
ALTER TABLE life_meeting ADD COLUMN circular_on TEXT NOT NULL DEFAULT '';
ALTER TABLE life_meeting ADD COLUMN circle TEXT NOT NULL DEFAULT '[]';

CREATE TABLE life_guest (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    life_meeting_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    body TEXT NOT NULL,
    people TEXT NOT NULL,
    invited_on TEXT NOT NULL,
    attended BIGINT NOT NULL
);
CREATE INDEX life_guest_life_meeting_id ON life_guest (life_meeting_id, seq);

CREATE TABLE solicited_opinion (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    life_meeting_id TEXT NOT NULL,
    way TEXT NOT NULL,
    person_id TEXT NOT NULL,
    body TEXT NOT NULL,
    about TEXT NOT NULL,
    merged_into TEXT NOT NULL,
    received_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX solicited_opinion_life_meeting_id ON solicited_opinion (life_meeting_id);
