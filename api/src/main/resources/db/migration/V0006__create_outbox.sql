-- What changed, written in the transaction that changed it. Rows of open transactions may surface below rows already
-- seen: readers must not trust the order of id (see indexing).
CREATE TABLE outbox (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    subject    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_id BIGINT      NOT NULL,
    version    BIGINT      NOT NULL,
    created_at DATETIME(3) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
