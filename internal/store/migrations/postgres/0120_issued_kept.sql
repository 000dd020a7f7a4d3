-- An issued paper is never changed and never deleted: the database itself refuses.
-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION issued_paper_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an issued paper is never changed or deleted';
END;
$$;
-- +goose StatementEnd
CREATE TRIGGER issued_paper_unchanged BEFORE UPDATE ON issued_paper FOR EACH ROW
    WHEN (OLD.state = 'issued' OR NEW.body <> OLD.body OR NEW.data <> OLD.data OR NEW.hash <> OLD.hash OR NEW.file_hash <> OLD.file_hash)
    EXECUTE FUNCTION issued_paper_refuse();
CREATE TRIGGER issued_paper_kept BEFORE DELETE ON issued_paper FOR EACH ROW EXECUTE FUNCTION issued_paper_refuse();
