package org.mifeng.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LowPriorityTest {
    /** The 19th field of proc_pid_stat(5); the second is the name, in brackets, which may hold spaces. */
    private static int nice() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 18)[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T onANewThread(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task).start();
        return task.get();
    }

    @Test
    void aThreadStandsBackAloneAndWithThoseItBegins() throws InterruptedException, ExecutionException {
        int before = nice();
        int child = onANewThread(() -> {
            LowPriority.take();
            assertThat(nice()).isGreaterThan(before);
            return onANewThread(LowPriorityTest::nice);
        });
        assertThat(child).isGreaterThan(before);
        assertThat(nice()).isEqualTo(before);
        assertThat(onANewThread(LowPriorityTest::nice)).isEqualTo(before);
    }
}
