-- Original wording is never altered (原汁原味): the database itself refuses.
-- +goose Up
-- +goose StatementBegin
CREATE TRIGGER node_unchanged BEFORE UPDATE ON node
BEGIN
    SELECT RAISE(ABORT, 'the original wording of a feedback paper is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER node_kept BEFORE DELETE ON node
BEGIN
    SELECT RAISE(ABORT, 'the original wording of a feedback paper is never deleted');
END;
-- +goose StatementEnd
