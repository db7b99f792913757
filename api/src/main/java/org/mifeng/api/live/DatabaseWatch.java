package org.mifeng.api.live;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.problem.DatabaseSilence;

/**
 * Knows whether the database answers: asks it again and again on a connection of its own, so that an exhausted pool is not
 * taken for a dead server nor a frozen server for a slow one. Nobody waits for it.
 */
@Singleton
public class DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    private final DatabaseAddress address;
    private final AgroalDataSource pool;
    private final LiveConfig config;
    private final Thread thread = new Thread(this::run, "database-watch");
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;
    private volatile boolean answers = true;

    DatabaseWatch(DatabaseAddress address, AgroalDataSource pool, LiveConfig config, MeterRegistry meters) {
        this.address = address;
        this.pool = pool;
        this.config = config;
        thread.setDaemon(true);
        meters.gauge("mifeng.database.answers", this, watch -> watch.answers ? 1 : 0);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.interrupt();
        askers.shutdownNow();
    }

    /** Whether the database answered when it was last asked and nobody had reason to doubt it since. */
    public boolean answers() {
        return answers;
    }

    /** Somebody got no answer: until the database is heard again it counts as silent. */
    public void suspect() {
        answers = false;
    }

    /**
     * Asks the database something that must not hold up a person: if the answer does not come in time, or the database is
     * known to be silent, there is none. The question itself goes on to its own end.
     *
     * @return empty if memory must do
     */
    public <T> Optional<T> ask(Supplier<T> question) {
        if (!answers) {
            return Optional.empty();
        }
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, askers);
        try {
            return Optional.of(answer.get(config.longestWait().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            LOG.warn("the database is slow: going on from memory");
        } catch (ExecutionException e) {
            if (!DatabaseSilence.isCauseOf(e)) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        suspect();
        return Optional.empty();
    }

    private void run() {
        @Nullable Connection connection = null;
        Duration patience = config.watchPatience();
        while (!stopping) {
            boolean heard = false;
            try {
                if (connection == null) {
                    connection = address.connect(patience);
                }
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select 1");
                }
                heard = true;
            } catch (SQLException e) {
                close(connection);
                connection = null;
            }
            if (heard != answers && !stopping) {
                LOG.warn(heard ? "the database answers again" : "the database does not answer");
                if (heard) {
                    pool.flush(AgroalDataSource.FlushMode.IDLE); // connections of before may be dead
                }
            }
            answers = heard;
            try {
                Thread.sleep(config.watchInterval());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close(connection);
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("a lost connection cannot be closed", e);
            }
        }
    }
}
