package org.mifeng.api.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.jobpost.JobPostCatalogue;
import org.mifeng.api.jobpost.PostRow;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.Outbox;
import org.mifeng.api.outbox.OutboxChange;

/**
 * The exit check of every list (invariant 3), from memory: whatever an index says, only a post that is live, valid,
 * wanted, and of an employer in good standing leaves here. What this node commits is hidden from the moment of the commit
 * until its new row has been read; what others commit arrives by the stream. A post may be missing for a moment, never
 * back from the dead.
 */
@Singleton
public class LivePosts implements LiveTable {
    private static final Logger LOG = Logger.getLogger(LivePosts.class);

    /** How long an expired post stays, so that a clock set right finds it again. */
    private static final Duration EXPIRED_KEPT = Duration.ofDays(30);

    private final JobPostCatalogue catalogue;
    private final DatabaseWatch watch;
    private final LiveConfig config;
    private final InstantSource clock;
    private final LiveFollower follower;

    /** Rows that this node changed and has not read again: at least this version is in the database. */
    private final Map<Long, Long> outdated = new ConcurrentHashMap<>();

    private volatile @Nullable PackedPosts posts;
    private @Nullable PlaceListener places;

    LivePosts(
            DatabaseAddress database,
            JobPostCatalogue catalogue,
            DatabaseWatch watch,
            LiveConfig config,
            InstantSource clock,
            @ConfigProperty(name = "mifeng.indexing.node", defaultValue = "node-1") String node,
            MeterRegistry meters) {
        this.catalogue = catalogue;
        this.watch = watch;
        this.config = config;
        this.clock = clock;
        follower = new LiveFollower(this, database, node, clock, config.pollInterval());
        meters.gauge("mifeng.live.posts", this, LivePosts::size);
        meters.gauge("mifeng.live.lag.seconds", follower, LiveFollower::lagSeconds);
    }

    /**
     * What may be shown of the posts that were asked for.
     *
     * @param posts by post number; those that may not be shown are missing
     * @param asOf given if the database could not be asked: the moment whose posts these are
     */
    public record View(Map<Long, JobPostCatalogue.Shown> posts, Optional<Instant> asOf) {}

    /**
     * Which of these posts may be shown now.
     *
     * @param ids post numbers, in any order
     */
    public View visible(Collection<Long> ids, Instant now) {
        @Nullable PackedPosts known = posts;
        if (known != null && follower.isWithin(config.longestLag())) {
            return new View(visible(known, ids, now), Optional.empty());
        }
        if (known == null) {
            return new View(catalogue.visible(ids, now), Optional.empty());
        }
        return watch.ask(() -> new View(catalogue.visible(ids, now), Optional.empty()))
                .orElseGet(() -> new View(visible(known, ids, now), follower.asOf()));
    }

    private Map<Long, JobPostCatalogue.Shown> visible(PackedPosts known, Collection<Long> ids, Instant now) {
        Map<Long, JobPostCatalogue.Shown> shown = HashMap.newHashMap(ids.size());
        for (long id : ids) {
            if (!outdated.containsKey(id)) { // asked before the row is read, as it is removed after the row is set
                known.find(id)
                        .filter(post -> post.isVisible(now))
                        .ifPresent(post -> shown.put(id, new JobPostCatalogue.Shown(post.version(), post.facts(now))));
            }
        }
        return shown;
    }

    /** How many wanted posts are known. */
    public int size() {
        @Nullable PackedPosts known = posts;
        return known == null ? 0 : known.size();
    }

    /** Tells of the places of all wanted posts, and of what changes from now on. */
    public synchronized void follow(PlaceListener listener) {
        places = listener;
        @Nullable PackedPosts known = posts;
        if (known != null) {
            known.follow(listener);
        }
    }

    private synchronized void replace(PackedPosts loaded) {
        @Nullable PackedPosts before = posts;
        posts = loaded;
        if (places != null) {
            loaded.follow(places);
            if (before != null) {
                before.end();
            }
        }
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.stop();
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Recorded recorded) {
        if (recorded.row().subject() == IndexSubject.JOB_POST) {
            long id = recorded.row().id();
            outdated.merge(id, recorded.version(), Math::max);
            @Nullable PackedPosts known = posts;
            if (known != null
                    && known.find(id)
                            .filter(post -> post.version() >= recorded.version())
                            .isPresent()) {
                outdated.remove(id, recorded.version()); // the follower was quicker than this event
            }
            follower.wake();
        }
    }

    @Scheduled(every = "1h", delayed = "1h")
    void forgetExpired() {
        @Nullable PackedPosts known = posts;
        if (known != null) {
            known.forgetExpired(clock.instant().minus(EXPIRED_KEPT));
        }
    }

    @Override
    public IndexSubject subject() {
        return IndexSubject.JOB_POST;
    }

    @Override
    public boolean isLoaded() {
        return posts != null;
    }

    @Override
    public void load(Connection connection) throws SQLException {
        Map<Long, Long> before = Map.copyOf(outdated);
        PackedPosts loaded = new PackedPosts();
        LiveFollower.stream(
                connection,
                PostRow.SELECT + PostRow.FROM + " where p.state = 'LIVE' and p.openings_left > 0",
                row -> put(loaded, row));
        replace(loaded);
        before.forEach(outdated::remove);
        LOG.infof("%d posts in memory", loaded.size());
    }

    @Override
    public void reload(Connection connection, List<OutboxChange> changes) throws SQLException {
        @Nullable PackedPosts known = posts;
        if (known == null) {
            return;
        }
        Map<Long, Long> missing = new HashMap<>();
        changes.forEach(change -> missing.put(change.id(), change.version()));
        String places = String.join(", ", Collections.nCopies(changes.size(), "?"));
        try (PreparedStatement query =
                connection.prepareStatement(PostRow.SELECT + PostRow.FROM + " where p.id in (" + places + ")")) {
            for (int i = 0; i < changes.size(); i++) {
                query.setLong(i + 1, changes.get(i).id());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (put(known, rows)) {
                        missing.remove(rows.getLong(1));
                    }
                }
            }
        }
        missing.keySet().forEach(known::remove);
        changes.forEach(change ->
                outdated.computeIfPresent(change.id(), (id, version) -> version <= change.version() ? null : version));
    }

    /** @return whether the row could be understood */
    private static boolean put(PackedPosts posts, ResultSet row) throws SQLException {
        try {
            posts.put(PostRow.read(row));
            return true;
        } catch (IllegalArgumentException e) {
            LOG.warnf(
                    "post %d cannot be shown: %s", row.getLong(1), e.getClass().getName());
            return false;
        }
    }
}
