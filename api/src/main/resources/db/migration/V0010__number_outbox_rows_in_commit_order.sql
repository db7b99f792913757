-- Commit order for readers (see indexing.OutboxSequencer): a row gets its position only after it was committed, by one
-- sequencer at a time, so a reader who has seen position p has seen every lower one. NULL: not yet placed.
ALTER TABLE outbox
    ADD COLUMN position BIGINT NULL,
    ADD UNIQUE KEY outbox_position (position);

-- One row, locked by whoever places rows. Positions up to pruned_position are gone from outbox: an index that is
-- older must be built anew.
CREATE TABLE outbox_sequence (
    id              TINYINT NOT NULL PRIMARY KEY,
    last_position   BIGINT  NOT NULL,
    pruned_position BIGINT  NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO outbox_sequence (id, last_position, pruned_position) VALUES (1, 0, 0);

-- How far each node's index is durable; rows below the lowest may go.
CREATE TABLE outbox_reader (
    node             VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    durable_position BIGINT      NOT NULL,
    seen_at          DATETIME(3) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Changes that a node could not index: tried again, set aside after five tries, never in the way of others.
CREATE TABLE outbox_failure (
    node        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_id  BIGINT      NOT NULL,
    tries       TINYINT     NOT NULL,
    next_try_at DATETIME(3) NOT NULL,
    set_aside   BOOLEAN     NOT NULL,
    reason      VARCHAR(200) NOT NULL,
    PRIMARY KEY (node, subject, subject_id),
    KEY outbox_failure_due (node, set_aside, next_try_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
