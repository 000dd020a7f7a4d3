-- A template of columns serves export and import alike: the mappings that were
-- kept at imports become templates of the problem list beside those that the
-- office edits. In use is the one in which a list is taken out.
-- +goose Up
CREATE TABLE list_template (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    name TEXT NOT NULL,
    list TEXT NOT NULL,
    in_use BIGINT NOT NULL,
    columns TEXT NOT NULL,
    version BIGINT NOT NULL
);

INSERT INTO list_template (id, org_id, name, list, in_use, columns, version)
SELECT id, org_id, CASE list WHEN 'problems' THEN '本单位问题清单' WHEN 'tasks' THEN '本单位任务清单' ELSE '本单位责任清单' END,
    list, 1, columns, version
FROM column_template;

INSERT INTO list_template (id, org_id, name, list, in_use, columns, version)
SELECT id, org_id, CASE WHEN name IN ('本单位问题清单', '本单位任务清单', '本单位责任清单') THEN name || '（导入）' ELSE name END, 'problems', 0,
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(columns,
        '"field":""', '"Key":"unread"'),
        '"field":"sequence"', '"Key":"number"'),
        '"field":"aspect"', '"Key":"aspect"'),
        '"field":"item"', '"Key":"item"'),
        '"field":"problem"', '"Key":"wording"'),
        '"field":"detail"', '"Key":"detail"'),
        '"field":"causes"', '"Key":"cause"'),
        '"field":"goal"', '"Key":"goal"'),
        '"field":"measures"', '"Key":"measures"'),
        '"field":"leader"', '"Key":"leader"'),
        '"field":"leadUnit"', '"Key":"lead"'),
        '"field":"supportUnits"', '"Key":"assist"'),
        '"field":"owners"', '"Key":"owner"'),
        '"field":"due"', '"Key":"due"'),
        '"field":"progress"', '"Key":"progress"'),
        '"field":"verdict"', '"Key":"verdict"'),
        '"field":"signedOff"', '"Key":"closed"'),
        '"field":"extra"', '"Key":"remark"'), version
FROM ledger_template;

DROP TABLE column_template;
DROP TABLE ledger_template;
ALTER TABLE list_template RENAME TO column_template;
CREATE UNIQUE INDEX column_template_org_id_name_key ON column_template (org_id, name);
CREATE INDEX column_template_org_id_list ON column_template (org_id, list);
