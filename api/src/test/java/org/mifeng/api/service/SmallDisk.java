package org.mifeng.api.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mifeng.api.TestDatabase;

/**
 * A directory on a small file system of its own, which really gets full. Only root may mount one, on Linux; otherwise it is a
 * directory like any other, and tests that need it say that they did not run.
 *
 * @param directory where
 * @param isSmall whether it was mounted
 */
record SmallDisk(Path directory, boolean isSmall) {
    /** A setting that says whether the disk is small. */
    static final String IS_SMALL = "test.small-disk";

    private static final String FILLER = "filler";
    private static final int BLOCK = 1 << 20;

    static SmallDisk mount(String name, int mebibytes) {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), name)
                    .toAbsolutePath();
            return new SmallDisk(
                    directory,
                    run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", directory.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a small disk", e);
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes every byte that is left. */
    static void fill(Path directory) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        try (FileChannel channel =
                FileChannel.open(directory.resolve(FILLER), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int size = BLOCK; size > 0; size /= 2) {
                try {
                    while (true) {
                        channel.write(block.clear().limit(size));
                    }
                } catch (IOException e) {
                    // smaller pieces
                }
            }
        }
    }

    /** Gives them back. */
    static void free(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILLER));
    }

    void unmount() {
        try {
            if (isSmall) {
                run("umount", "-l", directory.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unmount " + directory, e);
        }
        TestDatabase.delete(directory);
    }
}
