-- From the issue on, those outside see causes and measures as they stand;
-- before it, the versions that were sent to them.
-- +goose Up
ALTER TABLE inspection ADD COLUMN plan_issued_on TEXT NOT NULL DEFAULT '';
UPDATE inspection SET plan_issued_on = COALESCE((SELECT MAX(v.issued_on) FROM plan_version v
    WHERE v.inspection_id = inspection.id AND v.state IN ('issued', 'claimed')), '');
