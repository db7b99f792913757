-- A request that was answered already (Idempotency-Key): a repeat gets the same post, not a second one.
CREATE TABLE posting_request (
    employer_id    BIGINT      NOT NULL,
    request_key    BINARY(32)  NOT NULL,
    request_digest BINARY(32)  NOT NULL,
    job_post_id    BIGINT      NOT NULL,
    created_at     DATETIME(3) NOT NULL,
    PRIMARY KEY (employer_id, request_key),
    KEY posting_request_created_at (created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Why a post was held for review: the rule, where, and the words, so that the decision can be replayed.
CREATE TABLE job_post_rule_hit (
    job_post_id BIGINT      NOT NULL,
    place       SMALLINT    NOT NULL,
    rule_id     VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    field       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    words       VARCHAR(100) NOT NULL,
    created_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (job_post_id, place)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
