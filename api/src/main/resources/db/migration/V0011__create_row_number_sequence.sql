-- The last number given out per table (see numbering.Numbers).
CREATE TABLE row_number_sequence (
    subject     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    last_number BIGINT      NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO row_number_sequence (subject, last_number)
VALUES ('EMPLOYER', 0), ('JOB_POST', 0), ('SEEKER', 0), ('KIOSK', 0);
