-- How an employer treats people, as staff and applications have found: percents from 0 to 100, NULL while not known, and
-- complaints that are not settled. Whoever changes one of them, state or verified_until tells the index of the employer's
-- posts in the same transaction (see indexing.EmployerPosts).
ALTER TABLE employer
    ADD COLUMN paid_on_time_percent TINYINT NULL,
    ADD COLUMN answered_percent     TINYINT NULL,
    ADD COLUMN open_complaints      INT     NOT NULL DEFAULT 0;
