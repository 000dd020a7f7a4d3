-- The plan's title is one fact of the inspection; a version keeps the title
-- under which it was made, and a note on what it is for.
-- +goose Up
ALTER TABLE inspection ADD COLUMN plan_title TEXT NOT NULL DEFAULT '';
UPDATE inspection SET plan_title = COALESCE((SELECT v.title FROM plan_version v WHERE v.inspection_id = inspection.id
    AND v.number = (SELECT MAX(w.number) FROM plan_version w WHERE w.inspection_id = inspection.id)), '');
ALTER TABLE plan_version ADD COLUMN note TEXT NOT NULL DEFAULT '';
