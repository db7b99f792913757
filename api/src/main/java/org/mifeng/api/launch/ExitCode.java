package org.mifeng.api.launch;

/**
 * Why a command ended, as the number its caller sees. {@code ./run --help} and {@code ./mifeng --help} list the same
 * numbers, so they never change.
 */
public enum ExitCode {
    /** Done, or stopped as asked. */
    DONE(0),
    /** Something nobody foresaw; the log has the details. */
    UNEXPECTED(1),
    /** The command line is wrong. */
    USAGE(2),
    /** JDK 25 or Maven is missing. */
    TOOLS_MISSING(3),
    /** The build failed. */
    BUILD_FAILED(4),
    /** A port is taken by another program. */
    PORT_IN_USE(5),
    /** Not enough room on the disk. */
    DISK_FULL(6),
    /** The data directory is damaged, or was not made by this product. */
    DATA_DAMAGED(7),
    /** Another process works on the data directory. */
    DATA_IN_USE(8),
    /** The database cannot be started or reached. */
    DATABASE_UNAVAILABLE(9),
    /** The kiosk agent did not start. */
    KIOSK_FAILED(10),
    /** What was to be imported breaks rules; nothing was changed. */
    INPUT_REFUSED(11),
    /** Index and database differ. */
    INDEX_DIFFERS(12);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The process exit code, 0 to 125. */
    public int number() {
        return number;
    }
}
