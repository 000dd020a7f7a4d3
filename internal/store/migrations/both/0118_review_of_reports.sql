-- Reports are reviewed jointly as the plan is: a review names its subject. A
-- body may take its opinion back while the review runs, and give another.
-- +goose Up
ALTER TABLE plan_review ADD COLUMN subject TEXT NOT NULL DEFAULT 'plan_version';
ALTER TABLE plan_opinion ADD COLUMN withdrawn_on TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_opinion ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';
DROP INDEX plan_opinion_body;
CREATE UNIQUE INDEX plan_opinion_body ON plan_opinion (review_id, body_id) WHERE withdrawn_on = '';
