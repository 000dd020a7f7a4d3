-- Which warnings somebody has read, and what finds warnings quickly. A warning
-- itself is worked out from the records and not kept.
-- +goose Up
CREATE TABLE warning_read (
	account_id TEXT NOT NULL,
	mark TEXT NOT NULL,
	at BIGINT NOT NULL,
	PRIMARY KEY (account_id, mark)
);
CREATE INDEX warning_read_at ON warning_read (at);
CREATE INDEX application_state ON application (state);
CREATE INDEX extension_state ON extension (state);
CREATE INDEX progress_author_id ON progress (author_id);
CREATE INDEX evidence_uploader_id ON evidence (uploader_id);
CREATE INDEX measure_owner_id ON measure (owner_id);
CREATE INDEX decision_by_id ON decision (by_id);
