package org.mifeng.indexdata.bulk;

/** How a file is written. Both are UTF-8. */
public enum BulkFormat {
    /** One JSON object a line, lines end with LF. For programs. */
    NDJSON("ndjson"),
    /**
     * RFC 4180 with a header; written with a byte order mark, because spreadsheets take the text for another encoding
     * without one. For people.
     */
    CSV("csv");

    private final String extension;

    BulkFormat(String extension) {
        this.extension = extension;
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return extension;
    }
}
