-- The records of the first release. Types are kept to TEXT and BIGINT so that one
-- text serves SQLite and the PostgreSQL family: dates are YYYY-MM-DD, times are
-- milliseconds since 1970, yes and no are 1 and 0, lists are JSON.
-- +goose Up

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    must_change BIGINT NOT NULL,
    disabled BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    locked_until BIGINT NOT NULL,
    lang TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_login_key ON account (login);

CREATE TABLE role_grant (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    org_id TEXT NOT NULL,
    role TEXT NOT NULL,
    department_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL
);
CREATE INDEX role_grant_account_id ON role_grant (account_id);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    remote TEXT NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX session_account_id ON session (account_id);

CREATE TABLE application (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    round BIGINT NOT NULL,
    statement TEXT NOT NULL,
    hash TEXT NOT NULL,
    step BIGINT NOT NULL,
    state TEXT NOT NULL,
    applied_by TEXT NOT NULL,
    applicant TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    ended_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX application_problem_id ON application (problem_id);
CREATE INDEX application_inspection_id_state ON application (inspection_id, state);

CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    application_id TEXT NOT NULL,
    step TEXT NOT NULL,
    seq BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    renewed BIGINT NOT NULL,
    meeting_id TEXT NOT NULL,
    by_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX decision_application_id_seq_key ON decision (application_id, seq);

CREATE TABLE reopening (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX reopening_problem_id ON reopening (problem_id);

CREATE TABLE round (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    office_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    settings TEXT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE team (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL,
    name TEXT NOT NULL,
    number BIGINT NOT NULL,
    leader TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX team_round_id ON team (round_id);

CREATE TABLE inspection (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    org_id TEXT NOT NULL,
    title TEXT NOT NULL,
    feedback_on TEXT NOT NULL,
    feedback_place TEXT NOT NULL,
    notice_title TEXT NOT NULL,
    notice_number TEXT NOT NULL,
    notice_on TEXT NOT NULL,
    statement_by TEXT NOT NULL,
    statement TEXT NOT NULL,
    plan_shared_on TEXT NOT NULL,
    reported_on TEXT NOT NULL,
    published_on TEXT NOT NULL,
    evaluated_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX inspection_round_id_org_id_key ON inspection (round_id, org_id);
CREATE INDEX inspection_org_id ON inspection (org_id);
CREATE INDEX inspection_round_id ON inspection (round_id);

CREATE TABLE feedback (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    title TEXT NOT NULL,
    document_number TEXT NOT NULL,
    issuer TEXT NOT NULL,
    dated TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size BIGINT NOT NULL,
    lines TEXT NOT NULL,
    draft TEXT NOT NULL,
    stated TEXT NOT NULL,
    warnings TEXT NOT NULL,
    state TEXT NOT NULL,
    hash TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX feedback_inspection_id ON feedback (inspection_id);

CREATE TABLE node (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    feedback_id TEXT NOT NULL,
    parent_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    seq BIGINT NOT NULL,
    depth BIGINT NOT NULL,
    number TEXT NOT NULL,
    mark TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX node_inspection_id_seq ON node (inspection_id, seq);
CREATE INDEX node_feedback_id ON node (feedback_id);

CREATE TABLE immediate (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    number TEXT NOT NULL,
    body TEXT NOT NULL,
    demand TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    due TEXT NOT NULL,
    reply TEXT NOT NULL,
    replied_on TEXT NOT NULL,
    accepted BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX immediate_inspection_id ON immediate (inspection_id);

CREATE TABLE meeting (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    place TEXT NOT NULL,
    chair_id TEXT NOT NULL,
    studied TEXT NOT NULL,
    topics TEXT NOT NULL,
    requirements TEXT NOT NULL,
    adopted_plan TEXT NOT NULL,
    adopted_report BIGINT NOT NULL,
    document_number TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX meeting_inspection_id_held_on ON meeting (inspection_id, held_on);

CREATE TABLE attendance (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    presence TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX attendance_meeting_id ON attendance (meeting_id);

CREATE TABLE resolution (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    body TEXT NOT NULL,
    department_id TEXT NOT NULL,
    due TEXT NOT NULL,
    done_on TEXT NOT NULL
);
CREATE INDEX resolution_meeting_id_seq ON resolution (meeting_id, seq);

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    party_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE department (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    name TEXT NOT NULL,
    sort BIGINT NOT NULL,
    closed TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX department_org_id ON department (org_id);

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    name TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX person_org_id ON person (org_id);

CREATE TABLE post (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    department_id TEXT NOT NULL,
    title TEXT NOT NULL,
    post_rank TEXT NOT NULL,
    portfolio TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX post_org_id ON post (org_id);
CREATE INDEX post_person_id ON post (person_id);

CREATE TABLE leading_group (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    founded_on TEXT NOT NULL,
    document_number TEXT NOT NULL,
    office_department_id TEXT NOT NULL,
    duties TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX leading_group_inspection_id_key ON leading_group (inspection_id);

CREATE TABLE group_seat (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    position TEXT NOT NULL,
    sort BIGINT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX group_seat_group_id ON group_seat (group_id);

CREATE TABLE study (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    leader_id TEXT NOT NULL,
    participants TEXT NOT NULL,
    materials TEXT NOT NULL,
    note TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX study_inspection_id_held_on ON study (inspection_id, held_on);

CREATE TABLE talk (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    held_on TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    topics TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX talk_inspection_id_held_on ON talk (inspection_id, held_on);

CREATE TABLE life_meeting (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    theme TEXT NOT NULL,
    branch TEXT NOT NULL,
    consent_asked_on TEXT NOT NULL,
    consent_on TEXT NOT NULL,
    consent_by TEXT NOT NULL,
    plan_on TEXT NOT NULL,
    study_on TEXT NOT NULL,
    opinions_on TEXT NOT NULL,
    opinions BIGINT NOT NULL,
    papers_on TEXT NOT NULL,
    held_on TEXT NOT NULL,
    host_id TEXT NOT NULL,
    report_on TEXT NOT NULL,
    head_as_member BIGINT NOT NULL,
    head_commented BIGINT NOT NULL,
    note TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX life_meeting_inspection_id ON life_meeting (inspection_id);

CREATE TABLE self_paper (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    life_meeting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    reviewed_on TEXT NOT NULL,
    revisions BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX self_paper_life_meeting_id ON self_paper (life_meeting_id);

CREATE TABLE criticism (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    life_meeting_id TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    body TEXT NOT NULL,
    measure TEXT NOT NULL,
    due TEXT NOT NULL,
    done_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX criticism_life_meeting_id ON criticism (life_meeting_id);

CREATE TABLE linked_work (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    on_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    body TEXT NOT NULL,
    problems TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX linked_work_inspection_id ON linked_work (inspection_id);

CREATE TABLE plan_version (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    hash TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    comments_until TEXT NOT NULL,
    shared_on TEXT NOT NULL,
    document_number TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX plan_version_inspection_id_number_key ON plan_version (inspection_id, number);

CREATE TABLE plan_approval (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    hash TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX plan_approval_version_id ON plan_approval (version_id);

CREATE TABLE plan_comment (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    field TEXT NOT NULL,
    body TEXT NOT NULL,
    proposed TEXT NOT NULL,
    from_org_id TEXT NOT NULL,
    from_dept TEXT NOT NULL,
    author_id TEXT NOT NULL,
    author_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX plan_comment_version_id ON plan_comment (version_id);

CREATE TABLE problem (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    aspect_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    cause TEXT NOT NULL,
    cause_category TEXT NOT NULL,
    goal TEXT NOT NULL,
    criteria TEXT NOT NULL,
    leader_id TEXT NOT NULL,
    lead_dept_id TEXT NOT NULL,
    assist_depts TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    deadline TEXT NOT NULL,
    term TEXT NOT NULL,
    long_term BIGINT NOT NULL,
    first_deadline TEXT NOT NULL,
    verdict TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    reopened_on TEXT NOT NULL,
    submitted_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX problem_inspection_id_seq ON problem (inspection_id, seq);
CREATE INDEX problem_org_id ON problem (org_id);
CREATE INDEX problem_inspection_id_deadline ON problem (inspection_id, deadline);
CREATE INDEX problem_inspection_id_lead_dept_id ON problem (inspection_id, lead_dept_id);

CREATE TABLE measure (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    expected TEXT NOT NULL,
    leader_id TEXT NOT NULL,
    lead_dept_id TEXT NOT NULL,
    assist_depts TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    deadline TEXT NOT NULL,
    term TEXT NOT NULL,
    long_term BIGINT NOT NULL,
    first_deadline TEXT NOT NULL,
    verdict TEXT NOT NULL,
    claim TEXT NOT NULL,
    claimed_by TEXT NOT NULL,
    claimed_at BIGINT NOT NULL,
    claim_note TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX measure_problem_id_seq ON measure (problem_id, seq);
CREATE INDEX measure_inspection_id_deadline ON measure (inspection_id, deadline);
CREATE INDEX measure_inspection_id_lead_dept_id ON measure (inspection_id, lead_dept_id);

CREATE TABLE step (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    measure_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    body TEXT NOT NULL,
    due TEXT NOT NULL,
    done_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX step_measure_id_seq ON step (measure_id, seq);

CREATE TABLE progress (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    measure_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    body TEXT NOT NULL,
    difficulty TEXT NOT NULL,
    verdict TEXT NOT NULL,
    people BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    corrects TEXT NOT NULL,
    author_id TEXT NOT NULL,
    author_name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX progress_problem_id_at ON progress (problem_id, at);
CREATE INDEX progress_inspection_id_at ON progress (inspection_id, at);

CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    measure_id TEXT NOT NULL,
    progress_id TEXT NOT NULL,
    regulation_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    size BIGINT NOT NULL,
    mime TEXT NOT NULL,
    speaks_for TEXT NOT NULL,
    note TEXT NOT NULL,
    uploader_id TEXT NOT NULL,
    uploader TEXT NOT NULL,
    at BIGINT NOT NULL,
    withdrawn TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX evidence_problem_id ON evidence (problem_id);
CREATE INDEX evidence_inspection_id ON evidence (inspection_id);
CREATE INDEX evidence_hash ON evidence (hash);

CREATE TABLE extension (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    problem_id TEXT NOT NULL,
    measure_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    done_so_far TEXT NOT NULL,
    safeguards TEXT NOT NULL,
    old_date TEXT NOT NULL,
    new_date TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_name TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_name TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    opinion TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX extension_problem_id ON extension (problem_id);
CREATE INDEX extension_inspection_id_state ON extension (inspection_id, state);

CREATE TABLE regulation (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    title TEXT NOT NULL,
    document_number TEXT NOT NULL,
    change TEXT NOT NULL,
    state TEXT NOT NULL,
    department_id TEXT NOT NULL,
    started_on TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    repealed_on TEXT NOT NULL,
    problems TEXT NOT NULL,
    note TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX regulation_inspection_id ON regulation (inspection_id);

-- The transparency log (package audit).
CREATE TABLE audit_entry (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_id TEXT NOT NULL,
    org_id TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    remote TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX audit_entry_target ON audit_entry (target_kind, target_id, seq);
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, seq);
CREATE INDEX audit_entry_action ON audit_entry (action, seq);
CREATE TABLE audit_hash (
    idx BIGINT PRIMARY KEY,
    hash TEXT NOT NULL
);
CREATE TABLE audit_checkpoint (
    size BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    signed TEXT NOT NULL
);
CREATE TABLE audit_tip (
    id TEXT PRIMARY KEY,
    size BIGINT NOT NULL
);
INSERT INTO audit_tip (id, size) VALUES ('tip', 0);

-- What was done under which key, so that a repeated request is done once.
CREATE TABLE idempotency (
    account_id TEXT NOT NULL,
    request_key TEXT NOT NULL,
    hash TEXT NOT NULL,
    result TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account_id, request_key)
);
CREATE INDEX idempotency_at ON idempotency (at);

-- The queue (package job).
CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    last_error TEXT NOT NULL,
    done_at BIGINT NOT NULL
);
CREATE INDEX job_due ON job (done_at, run_at);

-- Settings of the installation: one JSON document a name.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    version BIGINT NOT NULL
);
