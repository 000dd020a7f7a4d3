-- An inspection's newest audit entry is the stamp of its data: nothing changes
-- without one. And whether a problem is still open must not cost a scan.
-- +goose Up
CREATE INDEX audit_entry_inspection ON audit_entry (inspection_id, seq);
CREATE INDEX problem_closed ON problem (inspection_id, closed_on);
