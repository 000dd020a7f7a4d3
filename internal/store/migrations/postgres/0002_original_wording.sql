-- Original wording is never altered (原汁原味): the database itself refuses.
-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION node_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the original wording of a feedback paper is never changed or deleted';
END;
$$;
-- +goose StatementEnd
CREATE TRIGGER node_kept BEFORE UPDATE OR DELETE ON node
    FOR EACH ROW EXECUTE FUNCTION node_refuse();
