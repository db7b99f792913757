package org.mifeng.api.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureLogTest {
    private static final Erasure FIRST = new Erasure("0a".repeat(32), Instant.parse("2026-11-20T01:02:03.456Z"));
    private static final Erasure SECOND = new Erasure("ff".repeat(32), Instant.parse("2026-11-21T00:00:00Z"));

    @TempDir
    Path directory;

    private ErasureLog log;

    @BeforeEach
    void newLog() {
        log = new ErasureLog(directory.resolve("erasures"));
    }

    @Test
    void nobodyWasErasedWhereThereIsNoFile() throws IOException {
        assertThat(log.read()).isEmpty();
    }

    @Test
    void whatWasAppendedIsReadAndOnlyTheOwnerMay() throws IOException {
        log.append(FIRST);
        log.append(SECOND);
        assertThat(log.read()).containsExactly(FIRST, SECOND);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aLineThatACrashCutShortIsDroppedAndTheNextOneIsWhole() throws IOException {
        log.append(FIRST);
        Files.writeString(log.file(), "2026-11-20T01:0", StandardOpenOption.APPEND);
        assertThat(log.read()).containsExactly(FIRST);
        log.append(SECOND);
        assertThat(log.read()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aDamagedLineIsNamedAndNotSkipped() throws IOException {
        log.append(FIRST);
        Files.writeString(log.file(), "2026-11-20T01:02:03Z zz\n", StandardOpenOption.APPEND);
        log.append(SECOND);
        assertThatThrownBy(log::read).isInstanceOf(IOException.class).hasMessageContaining("line 2");
    }

    @Test
    void logsAreUnited() throws IOException {
        log.append(FIRST);
        log.addAll(List.of(SECOND, FIRST));
        assertThat(log.read()).containsExactly(FIRST, SECOND);
    }
}
