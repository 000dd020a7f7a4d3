-- Completion criteria are a list of items; what was one text is the first.
-- +goose Up
UPDATE problem SET criteria = CASE WHEN criteria = '' THEN '[]'
	ELSE json_array(json_object('ID', id || '-1', 'Text', criteria, 'Proof', '')) END;
