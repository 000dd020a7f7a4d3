-- The headings of a feedback paper, and the problem list in the order of its
-- deadlines with those that have none last.
-- +goose Up
CREATE INDEX node_inspection_id_kind ON node (inspection_id, kind, seq);
CREATE INDEX problem_by_deadline ON problem (inspection_id, (CASE WHEN deadline = '' THEN '9999' ELSE deadline END), seq);
