-- What this database knows about itself: with which keys it was filled (a check value, never the key) and which data set
-- was loaded. A load that did not finish is found here at the next start and done again.
CREATE TABLE installation (
    name       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    value      VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    updated_at DATETIME(3)  NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
