package org.mifeng.api.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mifeng.api.privacy.PrivateFile;

/**
 * The one directory where an installation keeps everything: database, keys, index, logs. A marker file says that it is
 * ours, so that a mistyped path never fills or empties somebody else's directory.
 *
 * @param root it
 */
public record DataDirectory(Path root) {
    private static final Pattern INDEX = Pattern.compile("index(?:-node([2-9]))?");
    private static final String MARKER = "mifeng-data";
    private static final String LAYOUT = "layout 1";

    /**
     * What the start script or the kiosk agent may have made before us, and what an operator puts there before a backup is
     * restored.
     */
    private static final Set<String> EARLY = Set.of("logs", "kiosk", "keys", "erasures", MARKER + ".new");

    /**
     * Makes the directory, or checks that it is one of ours.
     *
     * @throws LaunchException if it is not, or cannot be written
     */
    public static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw new LaunchException(
                        ExitCode.DATA_DAMAGED, root + " is a file; the data need a directory of their own.");
            }
            PrivateFile.createDirectory(root);
            Path marker = root.resolve(MARKER);
            if (!Files.exists(marker)) {
                requireEmpty(root);
                PrivateFile.write(marker, LAYOUT + "\n");
            } else if (!Files.readString(marker).strip().equals(LAYOUT)) {
                throw new LaunchException(
                        ExitCode.DATA_DAMAGED, root + " was made by another version of this product.");
            }
            if (!Files.isWritable(root)) {
                throw new LaunchException(ExitCode.DATA_DAMAGED, "No permission to write in " + root + ".");
            }
            DataDirectory data = new DataDirectory(root.toRealPath());
            Files.createDirectories(data.logs());
            return data;
        } catch (IOException e) {
            throw DiskRoom.explain(root, e);
        }
    }

    private static void requireEmpty(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            List<String> foreign = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !EARLY.contains(name))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new LaunchException(
                        ExitCode.DATA_DAMAGED,
                        root + " is not a data directory of this product: it holds " + foreign.getFirst()
                                + (foreign.size() > 1 ? " and other files" : "") + ". Choose another directory.");
            }
        }
    }

    /**
     * Takes the directory for this process, until the channel is closed or the process ends in whatever way.
     *
     * @throws LaunchException if another process has it
     */
    public FileChannel take() {
        return take(1);
    }

    /**
     * Takes a node's part of the directory, as {@link #take}.
     *
     * @param node its number from 1; the first has the directory itself
     * @throws LaunchException if another process has it
     */
    public FileChannel take(int node) {
        Path file = root.resolve(node == 1 ? "lock" : "lock-node" + node);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean taken = false;
            try {
                taken = channel.tryLock() != null;
            } catch (OverlappingFileLockException e) {
                channel.close();
                throw new LaunchException(ExitCode.DATA_IN_USE, "This process already works on " + root + ".", e);
            }
            if (!taken) {
                channel.close();
                throw new LaunchException(
                        ExitCode.DATA_IN_USE,
                        "Another process works on " + root + ". Stop it first, or choose another directory.");
            }
            return channel;
        } catch (IOException e) {
            throw DiskRoom.explain(root, e);
        }
    }

    /** Data, passwords and temporary files of the embedded database. */
    public Path database() {
        return root.resolve("database");
    }

    /** The programs that were unpacked and can be unpacked again. */
    public Path programs() {
        return root.resolve("programs");
    }

    /** The secrets. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Who was erased, as keyed hashes; never goes back with the database. */
    public Path erasures() {
        return root.resolve("erasures");
    }

    /** The first node's index, which can be built again from the database. */
    public Path index() {
        return index(1);
    }

    /** The index of a node of this directory, by its number from 1. */
    public Path index(int node) {
        return root.resolve(node == 1 ? "index" : "index-node" + node);
    }

    /** The name of the node whose index the path is, if it is one's. */
    public Optional<String> nodeOf(Path path) {
        Matcher name = INDEX.matcher(String.valueOf(path.getFileName()));
        return name.matches()
                ? Optional.of(nodeName(name.group(1) == null ? 1 : Integer.parseInt(name.group(1))))
                : Optional.empty();
    }

    /** How a node of this directory is called, by its number from 1. */
    public static String nodeName(int node) {
        return "node-" + node;
    }

    /** What belongs to the kiosk agent. */
    public Path kiosk() {
        return root.resolve("kiosk");
    }

    /** What a node's service logs. */
    public Path serviceLog(int node) {
        return logs().resolve(node == 1 ? "service.log" : "service-node" + node + ".log");
    }

    /** All logs. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** The token of the employer that was made for trying things out. */
    public Path employerToken() {
        return root.resolve("employer-token");
    }

    /** The embedded database of this directory, with memory for that many rows. */
    public EmbeddedDatabase.Settings databaseSettings(boolean small) {
        return new EmbeddedDatabase.Settings(
                database(), programs(), logs().resolve("database.log"), small ? 128 : 512, small ? 96 : 512);
    }
}
