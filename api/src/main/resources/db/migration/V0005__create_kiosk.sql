-- A kiosk (求职机) proves itself by an Ed25519 key; an enrolment code is used once. Nonces stop replays (P35).
CREATE TABLE kiosk (
    id             BIGINT       NOT NULL PRIMARY KEY,
    public_id      CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version        BIGINT       NOT NULL DEFAULT 0,
    name           VARCHAR(100) NOT NULL,
    public_key     VARBINARY(64) NOT NULL,
    latitude       DOUBLE       NOT NULL,
    longitude      DOUBLE       NOT NULL,
    state          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at     DATETIME(3)  NOT NULL,
    updated_at     DATETIME(3)  NOT NULL,
    UNIQUE KEY kiosk_public_id (public_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE kiosk_enrolment (
    code_key   BINARY(32)   NOT NULL PRIMARY KEY,
    name       VARCHAR(100) NOT NULL,
    latitude   DOUBLE       NOT NULL,
    longitude  DOUBLE       NOT NULL,
    expires_at DATETIME(3)  NOT NULL,
    used_at    DATETIME(3)  NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE kiosk_nonce (
    kiosk_id BIGINT      NOT NULL,
    nonce    BINARY(16)  NOT NULL,
    seen_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (kiosk_id, nonce),
    KEY kiosk_nonce_seen_at (seen_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
