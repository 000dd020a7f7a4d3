-- Ledgers and plans on their way into the records: the file with its mapping,
-- its rows with what is in doubt and decided, the organisation's templates of
-- columns, and what each import brought, for comparing the next one.
-- +goose Up
CREATE TABLE ledger_import (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size BIGINT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    fault TEXT NOT NULL,
    fault_args TEXT NOT NULL,
    mapping TEXT NOT NULL,
    template TEXT NOT NULL,
    fixes TEXT NOT NULL,
    reason TEXT NOT NULL,
    undecided BIGINT NOT NULL,
    imported_by TEXT NOT NULL,
    imported_name TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    applied_by TEXT NOT NULL,
    applied_name TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX ledger_import_inspection_id ON ledger_import (inspection_id, imported_at);

CREATE TABLE ledger_row (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    import_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    parent_seq BIGINT NOT NULL,
    sheet TEXT NOT NULL,
    line BIGINT NOT NULL,
    label TEXT NOT NULL,
    state TEXT NOT NULL,
    doubts BIGINT NOT NULL,
    choice TEXT NOT NULL,
    cells TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX ledger_row_import_id_seq_key ON ledger_row (import_id, seq);
CREATE INDEX ledger_row_import_id_state ON ledger_row (import_id, state, seq);

CREATE TABLE ledger_template (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    name TEXT NOT NULL,
    columns TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX ledger_template_org_id_name_key ON ledger_template (org_id, name);

CREATE TABLE ledger_base (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL
);
CREATE UNIQUE INDEX ledger_base_record_id_field_key ON ledger_base (record_id, field);
CREATE INDEX ledger_base_inspection_id ON ledger_base (inspection_id);
