-- The events from which deadlines count stand with the inspection: when the
-- team left, when the reports were accepted, when the life meeting was held.
-- +goose Up
ALTER TABLE inspection ADD COLUMN left_on TEXT NOT NULL DEFAULT '';
ALTER TABLE inspection ADD COLUMN accepted_on TEXT NOT NULL DEFAULT '';
ALTER TABLE inspection ADD COLUMN life_meeting_on TEXT NOT NULL DEFAULT '';
UPDATE inspection SET accepted_on = COALESCE((SELECT MIN(r.decided_on) FROM report r
    WHERE r.inspection_id = inspection.id AND r.state = 'accepted'), '');
UPDATE inspection SET life_meeting_on = COALESCE((SELECT MIN(l.held_on) FROM life_meeting l
    WHERE l.inspection_id = inspection.id AND l.kind = 'democratic' AND l.held_on <> ''), '');
