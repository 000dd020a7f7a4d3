-- Texts that the search finds. The bigrams are written by package store; the
-- index follows the table by its triggers.
-- +goose Up
CREATE TABLE search_entry (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    body TEXT NOT NULL,
    bigrams TEXT NOT NULL
);
CREATE UNIQUE INDEX search_entry_record ON search_entry (kind, record_id);
CREATE VIRTUAL TABLE search_index USING fts5(bigrams, content = 'search_entry', content_rowid = 'n', detail = none, tokenize = 'unicode61 remove_diacritics 0');
-- +goose StatementBegin
CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry
BEGIN
    INSERT INTO search_index (rowid, bigrams) VALUES (new.n, new.bigrams);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry
BEGIN
    INSERT INTO search_index (search_index, rowid, bigrams) VALUES ('delete', old.n, old.bigrams);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry
BEGIN
    INSERT INTO search_index (search_index, rowid, bigrams) VALUES ('delete', old.n, old.bigrams);
    INSERT INTO search_index (rowid, bigrams) VALUES (new.n, new.bigrams);
END;
-- +goose StatementEnd
