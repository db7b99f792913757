package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {
    @TempDir
    Path data;

    @Test
    void theLogKeepsTypesAndPlacesButNoMessageWhichMayQuoteARow() throws Exception {
        Files.createDirectory(data.resolve("logs"));
        SQLException cause = new SQLException("Duplicate entry '100000199003070018'", "23000", 1062);
        String told = FailureLog.append(
                List.of("--data", data.toString()), new IllegalStateException("测试甲 could not be kept", cause));
        String log = Files.readString(data.resolve("logs").resolve("commands.log"));
        assertThat(log)
                .contains("IllegalStateException", "SQLException", "23000", "1062", "FailureLogTest")
                .doesNotContain("100000199003070018")
                .doesNotContain("测试甲");
        assertThat(told).contains("commands.log");
    }
}
