-- An issued paper is never changed and never deleted: the database itself refuses.
-- +goose Up
-- +goose StatementBegin
CREATE TRIGGER issued_paper_unchanged BEFORE UPDATE ON issued_paper
WHEN OLD.state = 'issued' OR NEW.body <> OLD.body OR NEW.data <> OLD.data OR NEW.hash <> OLD.hash OR NEW.file_hash <> OLD.file_hash
BEGIN
    SELECT RAISE(ABORT, 'an issued paper is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER issued_paper_kept BEFORE DELETE ON issued_paper
BEGIN
    SELECT RAISE(ABORT, 'an issued paper is never deleted');
END;
-- +goose StatementEnd
