-- What a seeker said of employers and posts: WANTED_EMPLOYER (worked there, wants to again), BLOCKED_EMPLOYER (never show),
-- DISMISSED_POST (put aside). target_id is the number of an employer or a post. Goes when the seeker goes (P33).
CREATE TABLE seeker_relation (
    seeker_id  BIGINT      NOT NULL,
    kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    target_id  BIGINT      NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (seeker_id, kind, target_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
