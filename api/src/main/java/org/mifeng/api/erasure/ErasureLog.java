package org.mifeng.api.erasure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mifeng.api.privacy.PrivateFile;

/**
 * Who was erased, as a file that only grows: it lies outside of the database, so going back to an older database does not
 * go back here. A line is durable when {@link #append} returns; one that a crash cut short was never promised and is
 * dropped.
 *
 * @param file readable by its owner alone
 */
public record ErasureLog(Path file) {
    /** Adds a line. Several processes may do so at once. */
    public void append(Erasure erasure) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.lock();
            ByteBuffer line = ByteBuffer.wrap((erasure.line() + "\n").getBytes(StandardCharsets.US_ASCII));
            channel.position(lengthOfWholeLines(channel));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.truncate(channel.position());
            channel.force(true);
        }
        PrivateFile.sync(file);
    }

    private static long lengthOfWholeLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        long length = channel.size();
        while (length > 0) {
            one.clear();
            if (channel.read(one, length - 1) == 1 && one.get(0) == '\n') {
                break;
            }
            length--;
        }
        return length;
    }

    /**
     * All lines; none if there is no file.
     *
     * @throws IOException if it cannot be read or a whole line is damaged
     */
    public List<Erasure> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        List<Erasure> erasures = new ArrayList<>();
        int line = 0;
        for (int start = 0, end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
            line++;
            try {
                erasures.add(Erasure.of(text.substring(start, end)));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", line " + line + ": " + e.getMessage(), e);
            }
        }
        return erasures;
    }

    /** Takes what other logs know too. */
    public void addAll(List<Erasure> others) throws IOException {
        Set<Erasure> all = new LinkedHashSet<>(read());
        if (all.addAll(others) || !Files.exists(file)) {
            StringBuilder text = new StringBuilder();
            all.forEach(erasure -> text.append(erasure.line()).append('\n'));
            PrivateFile.write(file, text.toString());
        }
    }
}
