-- An employer (用人单位). Contact data is authenticated ciphertext; the text before ':' in the byte string is no secret,
-- the first byte names the algorithm (see privacy). Numbers are assigned by the service, never by auto increment, so
-- that bulk loading and several nodes need no round trip.
CREATE TABLE employer (
    id              BIGINT       NOT NULL PRIMARY KEY,
    public_id       CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version         BIGINT       NOT NULL DEFAULT 0,
    name            VARCHAR(100) NOT NULL,
    credit_code_key BINARY(32)   NULL,
    contact_sealed  VARBINARY(512) NULL,
    state           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    verified_until  DATETIME(3)  NULL,
    token_key       BINARY(32)   NULL,
    created_at      DATETIME(3)  NOT NULL,
    updated_at      DATETIME(3)  NOT NULL,
    UNIQUE KEY employer_public_id (public_id),
    UNIQUE KEY employer_credit_code_key (credit_code_key),
    UNIQUE KEY employer_token_key (token_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
