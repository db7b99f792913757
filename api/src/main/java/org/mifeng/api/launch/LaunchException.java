package org.mifeng.api.launch;

/**
 * A reason not to start that the operator can act on. The message is a sentence for the screen: it says what is wrong,
 * where, and what to do. The cause, if any, is for the log.
 */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /**
     * @param exitCode what the process tells its caller
     * @param message for the operator
     */
    public LaunchException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /**
     * @param exitCode what the process tells its caller
     * @param message for the operator
     * @param cause for the log
     */
    public LaunchException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What the process tells its caller. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
