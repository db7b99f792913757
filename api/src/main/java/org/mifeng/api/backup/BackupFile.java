package org.mifeng.api.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.LaunchException;

/**
 * A backup to read: a ZIP file with an entry for each table and the manifest.
 */
public final class BackupFile implements AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(Path file, ZipFile zip, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens it and reads its manifest.
     *
     * @throws LaunchException if it is no backup, or not complete, or of a later format
     */
    public static BackupFile open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                BackupManifest manifest = JSON.readValue(bytes(file, zip, MANIFEST), BackupManifest.class);
                if (manifest.format() != BackupManifest.FORMAT) {
                    throw new LaunchException(
                            ExitCode.DATA_DAMAGED, file + " was made by a later version of this product.");
                }
                return new BackupFile(file, zip, manifest);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static byte[] bytes(Path file, ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(entry(file, zip, name))) {
            return in.readAllBytes();
        }
    }

    private static ZipEntry entry(Path file, ZipFile zip, String name) {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(file, null);
        }
        return entry;
    }

    private static LaunchException damaged(Path file, @Nullable Exception cause) {
        String message = file + " is no backup of this product, or it is damaged. Nothing was changed.";
        return cause == null
                ? new LaunchException(ExitCode.DATA_DAMAGED, message)
                : new LaunchException(ExitCode.DATA_DAMAGED, message, cause);
    }

    /** What it says that it holds. */
    public BackupManifest manifest() {
        return manifest;
    }

    /**
     * Reads all of it and compares with the manifest.
     *
     * @param progress told the number of rows that were read just now
     * @throws LaunchException if a byte is not as it was written
     */
    public void verify(LongConsumer progress) {
        for (BackupManifest.Table table : manifest.tables()) {
            try (DigestInputStream rows = rows(table)) {
                rows.transferTo(OutputStream.nullOutputStream());
                if (!isWhole(table, rows)) {
                    throw damaged(file, null);
                }
            } catch (IOException e) {
                throw damaged(file, e);
            }
            progress.accept(table.rows());
        }
    }

    DigestInputStream rows(BackupManifest.Table table) throws IOException {
        return new DigestInputStream(zip.getInputStream(entry(file, zip, table.entry())), TableRows.sha256());
    }

    /** Whether what was read to its end is what was written. */
    static boolean isWhole(BackupManifest.Table table, DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest()).equals(table.sha256());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
