-- Text statistics that the indexes of all nodes share (see generation.Generations), so that all answer alike. WANTED: asked
-- for; COUNTED: the first node that built has counted; ACTIVE: the change to it stands in the outbox, or it was the first
-- of its schema; FAILED: some node could not build it, so nobody changes to it.
CREATE TABLE index_generation (
    number       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    index_schema VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    statistics   LONGBLOB    NULL,
    created_at   DATETIME(3) NOT NULL,
    KEY index_generation_schema (index_schema, state, number)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a node's index was built for, and which generation it has ready beside the one in use. An index that is being built
-- reads as NODE+next.
ALTER TABLE outbox_reader
    MODIFY COLUMN node VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ADD COLUMN index_schema VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN prepared_generation BIGINT NULL;

ALTER TABLE outbox_failure
    MODIFY COLUMN node VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
