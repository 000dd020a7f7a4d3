-- Completion criteria are a list of items; what was one text is the first.
-- +goose Up
UPDATE problem SET criteria = CASE WHEN criteria = '' THEN '[]'
	ELSE json_build_array(json_build_object('ID', id || '-1', 'Text', criteria, 'Proof', ''))::text END;
