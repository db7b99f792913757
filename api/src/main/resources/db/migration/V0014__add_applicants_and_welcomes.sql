-- Who is after the places of a post, and whom of the groups helped first (P04) its employer says to welcome: a bit set in
-- the order of the matcher's enum.
ALTER TABLE job_post
    ADD COLUMN applicants INT NOT NULL DEFAULT 0,
    ADD COLUMN welcomes   INT NOT NULL DEFAULT 0;
