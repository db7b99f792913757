package org.mifeng.kiosk.card.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reader against a real pcscd with vpcd's driver. It runs in namespaces of its own: its own /run, so that it meets no
 * other pcscd, and its own network, for vpcd listens on every address.
 */
class PcscdTest {
    private static final String ISOLATED = "mount -t tmpfs none /run && ip link set lo up && exec \"$@\"";

    @TempDir
    private Path directory;

    @Test
    @Timeout(120)
    void cardsAreReadRemovedAndReadAgainAfterPcscdWasKilled() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/pcscd")), "no pcscd here; ./test installs it");
        assumeTrue(
                Files.exists(Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")),
                "no vpcd here; ./test installs it");
        assumeTrue(run(List.of("true")).status() == 0, "this machine refuses namespaces");

        Outcome outcome = run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.smartcardio/sun.security.smartcardio=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                PcscdWalk.class.getName(),
                directory.toString()));

        assertThat(outcome.output())
                .contains(
                        "ok: reader found",
                        "ok: card read",
                        "ok: card removed",
                        "ok: loss of pcscd noticed",
                        "ok: recovered after a restart of pcscd",
                        "ok: lifted card noticed",
                        "WALKED");
        assertThat(outcome.status()).isZero();
    }

    private record Outcome(int status, String output) {}

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        List<String> isolated = new ArrayList<>(
                List.of("unshare", "-rmnp", "--mount-proc", "--fork", "--kill-child", "sh", "-c", ISOLATED, "sh"));
        isolated.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(isolated).redirectErrorStream(true);
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }
}
