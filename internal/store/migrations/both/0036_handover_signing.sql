-- Hand-overs and who was responsible when; delegations; approvals that were
-- signed on paper.
-- +goose Up
CREATE TABLE hand_over (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_id TEXT NOT NULL,
    from_name TEXT NOT NULL,
    on_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    supervisor_id TEXT NOT NULL,
    state TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    done_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX hand_over_inspection ON hand_over (inspection_id, at);

CREATE TABLE hand_over_item (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    hand_over_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    duty TEXT NOT NULL,
    label TEXT NOT NULL,
    to_id TEXT NOT NULL,
    to_name TEXT NOT NULL
);
CREATE INDEX hand_over_item_hand_over ON hand_over_item (hand_over_id, seq);

CREATE TABLE hand_over_confirmation (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    hand_over_id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    gives BIGINT NOT NULL,
    on_day TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX hand_over_confirmation_key ON hand_over_confirmation (hand_over_id, holder_id, gives);

CREATE TABLE tenure (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    duty TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    hand_over_id TEXT NOT NULL
);
CREATE INDEX tenure_record ON tenure (record_id, duty);
CREATE INDEX tenure_inspection ON tenure (inspection_id);

CREATE TABLE delegation (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    from_account TEXT NOT NULL,
    from_name TEXT NOT NULL,
    to_account TEXT NOT NULL,
    to_name TEXT NOT NULL,
    permissions TEXT NOT NULL,
    reason TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    at BIGINT NOT NULL,
    revoked_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX delegation_to ON delegation (to_account);
CREATE INDEX delegation_from ON delegation (from_account);

CREATE TABLE signing_sheet (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    act TEXT NOT NULL,
    record_id TEXT NOT NULL,
    signer_id TEXT NOT NULL,
    signer TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    printed_by TEXT NOT NULL,
    printed_name TEXT NOT NULL,
    printed_at BIGINT NOT NULL,
    signed_on TEXT NOT NULL,
    outcome TEXT NOT NULL,
    opinion TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size BIGINT NOT NULL,
    file_mime TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_name TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX signing_sheet_inspection ON signing_sheet (inspection_id, printed_at);
CREATE INDEX signing_sheet_record ON signing_sheet (record_id);
