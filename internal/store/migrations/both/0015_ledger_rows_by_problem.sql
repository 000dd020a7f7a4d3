-- The rows of one problem are found without looking through the whole import.
-- +goose Up
CREATE INDEX ledger_row_import_id_parent_seq ON ledger_row (import_id, parent_seq, seq);
