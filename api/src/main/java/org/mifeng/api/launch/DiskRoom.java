package org.mifeng.api.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Room on the disk: asked for before work starts that needs much of it. */
public final class DiskRoom {
    private DiskRoom() {}

    /**
     * Makes sure of it.
     *
     * @param directory an existing directory on the disk in question
     * @param bytes needed
     * @param purpose such as {@code to load the data}
     * @throws LaunchException if less is free
     */
    public static void require(Path directory, long bytes, String purpose) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < bytes) {
            throw new LaunchException(
                    ExitCode.DISK_FULL,
                    "Not enough room on the disk of %s: %d MB are needed %s, %d MB are free."
                            .formatted(directory, mebibytes(bytes), purpose, mebibytes(free)));
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }

    /** What an I/O error in our directory means to the operator. */
    public static LaunchException explain(Path directory, IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("disk quota")) {
            return new LaunchException(ExitCode.DISK_FULL, "The disk of " + directory + " is full.", e);
        }
        if (e instanceof AccessDeniedException || message.contains("permission denied")) {
            return new LaunchException(
                    ExitCode.DATA_DAMAGED, "No permission to work in " + directory + ": " + e.getMessage() + ".", e);
        }
        return new LaunchException(
                ExitCode.DATA_DAMAGED, "Cannot work in " + directory + ": " + e.getMessage() + ".", e);
    }
}
