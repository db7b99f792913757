-- The groups helped first (P04) that a person registered with, with proof: a bit set in the order of the matcher's enum,
-- never derived from age, sex or the ID number.
ALTER TABLE seeker
    ADD COLUMN help_groups INT NOT NULL DEFAULT 0;
