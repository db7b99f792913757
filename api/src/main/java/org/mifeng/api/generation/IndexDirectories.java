package org.mifeng.api.generation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mifeng.api.fault.FaultPoint;

/**
 * A node's builds of its index, each a directory of its own named by what it was built for, and the file {@code current}
 * that names the one in use. The file changes in one step and durably; whatever it does not name is a build that did not
 * finish or is done with, and may go.
 *
 * @param root of this node's index
 */
public record IndexDirectories(Path root) {
    private static final String CURRENT = "current";
    private static final Pattern BUILD = Pattern.compile("[0-9a-z-]{1,60}-build([0-9]{1,9})");

    /** The build in use, if there is one. */
    public Optional<Path> current() throws IOException {
        Path file = root.resolve(CURRENT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String line = new String(Files.readAllBytes(file), StandardCharsets.UTF_8); // also if it is damaged
        String name = line.endsWith("\n") ? line.substring(0, line.length() - 1) : "";
        return BUILD.matcher(name).matches()
                ? Optional.of(root.resolve(name)).filter(Files::isDirectory)
                : Optional.empty();
    }

    /**
     * A new, empty directory for a build.
     *
     * @param schema that it is built for
     */
    public Path create(String schema) throws IOException {
        Files.createDirectories(root);
        int highest = 0;
        for (Path path : content()) {
            Matcher name = BUILD.matcher(path.getFileName().toString());
            highest = name.matches() ? Math.max(highest, Integer.parseInt(name.group(1))) : highest;
        }
        return Files.createDirectory(root.resolve(schema + "-build" + (highest + 1)));
    }

    /** Makes a finished and durable build the one in use, also after a crash. */
    public void publish(Path build) throws IOException {
        Path fresh = root.resolve(CURRENT + ".new");
        Files.writeString(fresh, build.getFileName() + "\n", StandardCharsets.UTF_8);
        sync(fresh, StandardOpenOption.WRITE);
        sync(root, StandardOpenOption.READ); // the build's own entry, before it is named
        FaultPoint.BEFORE_PUBLISH.pass();
        Files.move(fresh, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(root, StandardOpenOption.READ);
        FaultPoint.AFTER_PUBLISH.pass();
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** Deletes all but the build that {@code current} names. */
    public void sweep() throws IOException {
        sweep(current());
    }

    /** Deletes all but the build in use. */
    public void sweep(Optional<Path> inUse) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        for (Path path : content()) {
            String name = path.getFileName().toString();
            boolean ours = BUILD.matcher(name).matches()
                    || List.of("posts", "seekers", "made-from").contains(name);
            if (ours && !Optional.of(path).equals(inUse)) {
                delete(path);
            }
        }
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> paths = Files.list(root)) {
            return paths.toList();
        }
    }

    /** Deletes a build, if it is there. */
    public static void delete(Path build) throws IOException {
        if (!Files.exists(build)) {
            return;
        }
        try (Stream<Path> files = Files.walk(build)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
                FaultPoint.WHILE_DELETING.pass();
            }
        }
    }

    /** How many bytes a build takes. */
    public static long bytes(Path build) throws IOException {
        try (Stream<Path> files = Files.walk(build)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
