package org.mifeng.api.numbering;

/** Tables whose rows get their number from {@link Numbers}. */
public enum NumberedTable {
    /** 用人单位. */
    EMPLOYER("employer"),
    /** 岗位. */
    JOB_POST("job_post"),
    /** 求职者. */
    SEEKER("seeker"),
    /** 求职机. */
    KIOSK("kiosk");

    private final String table;

    NumberedTable(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
