-- A seeker (求职者). No plain ID number, name or phone: id_number_key is HMAC-SHA-256 with a key outside the database,
-- person_sealed is the ciphertext of what must be kept. wish_occupations holds codes separated by one space, best first;
-- settlements is a bit set in the order of the matcher's enum; a NULL place: the way to work begins at the market.
CREATE TABLE seeker (
    id               BIGINT       NOT NULL PRIMARY KEY,
    public_id        CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version          BIGINT       NOT NULL DEFAULT 0,
    id_number_key    BINARY(32)   NOT NULL,
    person_sealed    VARBINARY(512) NULL,
    state            VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    birth_date       DATE         NOT NULL,
    wish_occupations VARCHAR(180) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    wish_text        VARCHAR(500) NOT NULL,
    latitude         DOUBLE       NULL,
    longitude        DOUBLE       NULL,
    travel           VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    max_distance_metres INT       NOT NULL,
    slots            INT          NOT NULL,
    settlements      TINYINT      NOT NULL,
    floor_fen_per_hour INT        NOT NULL,
    floor_is_must    BOOLEAN      NOT NULL,
    certificates     BIGINT       NOT NULL,
    consented_at     DATETIME(3)  NULL,
    created_at       DATETIME(3)  NOT NULL,
    updated_at       DATETIME(3)  NOT NULL,
    UNIQUE KEY seeker_public_id (public_id),
    UNIQUE KEY seeker_id_number_key (id_number_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
