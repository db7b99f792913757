-- An application (报名) of a seeker for a post; holds an opening until it expires or is decided.
CREATE TABLE application (
    id            BIGINT      NOT NULL PRIMARY KEY,
    public_id     CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version       BIGINT      NOT NULL DEFAULT 0,
    job_post_id   BIGINT      NOT NULL,
    seeker_id     BIGINT      NOT NULL,
    state         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    queue_number  INT         NOT NULL,
    hold_until    DATETIME(3) NULL,
    created_at    DATETIME(3) NOT NULL,
    updated_at    DATETIME(3) NOT NULL,
    UNIQUE KEY application_public_id (public_id),
    UNIQUE KEY application_once (job_post_id, seeker_id),
    KEY application_seeker (seeker_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
