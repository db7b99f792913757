package org.mifeng.api.seeker;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.indexing.SeekerRelationStream;
import org.mifeng.api.indexing.SeekerRelations;
import org.mifeng.api.indexing.SeekerRows;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.live.LiveConfig;
import org.mifeng.api.live.LiveFollower;
import org.mifeng.api.live.LiveTable;
import org.mifeng.api.live.RowReader;
import org.mifeng.api.live.RowTable;
import org.mifeng.api.live.RowWriter;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/**
 * The wishes of those who agreed to be kept, in this process's memory, so that a kiosk knows its visitors while the
 * database is silent. A person is found by the keyed hash of the ID number, 24 bytes of it; neither name nor number nor
 * birth date is here. Read only when the database cannot be asked.
 */
@Singleton
final class KnownSeekers implements LiveTable {
    private static final Logger LOG = Logger.getLogger(KnownSeekers.class);
    private static final String SELECT = SeekerRows.COLUMNS + ", s.id_number_key, s.consented_at from seeker s";
    private static final TravelMode[] TRAVEL = TravelMode.values();

    private static final int HASH_BYTES = 24;

    /** Stands for a place that was never named: off the coast of India. */
    private static final MarketPlace NOWHERE = new MarketPlace(new Coordinates(18, 73));

    private final DatabaseAddress database;
    private final LiveFollower follower;
    private volatile @Nullable Tables tables;

    /**
     * @param byHash the first 64 bits of the hash
     * @param byId the same rows by the seeker's number, to forget them by
     */
    private record Tables(RowTable byHash, RowTable byId) {}

    KnownSeekers(
            DatabaseAddress database,
            LiveConfig config,
            InstantSource clock,
            @ConfigProperty(name = "mifeng.indexing.node", defaultValue = "node-1") String node,
            MeterRegistry meters) {
        this.database = database;
        follower = new LiveFollower(this, database, node, clock, config.seekerPollInterval());
        meters.gauge("mifeng.live.seekers", this, KnownSeekers::size);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.stop();
    }

    int size() {
        @Nullable Tables known = tables;
        return known == null ? 0 : known.byId().size();
    }

    /**
     * Who has this hash.
     *
     * @param hash 32 bytes
     * @param otherwiseStart where the way to work begins if the person never said
     */
    Optional<Seekers.Known> find(byte[] hash, Coordinates otherwiseStart) {
        @Nullable Tables known = tables;
        if (known == null) {
            return Optional.empty();
        }
        return known.byHash().get(first(hash)).flatMap(row -> {
            RowReader reader = new RowReader(row);
            boolean same = Arrays.equals(reader.bytes(HASH_BYTES), 0, HASH_BYTES, hash, 0, HASH_BYTES);
            return same ? Optional.of(unpack(reader, otherwiseStart)) : Optional.empty();
        });
    }

    @Override
    public IndexSubject subject() {
        return IndexSubject.SEEKER;
    }

    @Override
    public boolean isLoaded() {
        return tables != null;
    }

    @Override
    public void load(Connection connection) throws SQLException {
        Tables loaded = new Tables(new RowTable(), new RowTable());
        try (SeekerRelationStream relations = new SeekerRelationStream(database)) {
            LiveFollower.stream(
                    connection,
                    SELECT + " where s.consented_at is not null order by " + SeekerRows.ID,
                    row -> put(loaded, row, relations.of(row.getLong(1))));
        }
        tables = loaded;
        LOG.infof("%d seekers in memory", loaded.byId().size());
    }

    @Override
    public void reload(Connection connection, List<OutboxChange> changes) throws SQLException {
        @Nullable Tables known = tables;
        if (known == null) {
            return;
        }
        for (OutboxChange change : changes) {
            forget(known, change.id());
            SeekerRelations relations = SeekerRelations.of(connection, change.id());
            try (PreparedStatement query = connection.prepareStatement(
                    SELECT + " where s.consented_at is not null and " + SeekerRows.ID + " = ?")) {
                query.setLong(1, change.id());
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        put(known, row, relations);
                    }
                }
            }
        }
    }

    private static long first(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    private static void forget(Tables known, long id) {
        known.byId().get(id).ifPresent(row -> {
            known.byHash().remove(first(row));
            known.byId().remove(id);
        });
    }

    private static void put(Tables tables, ResultSet row, SeekerRelations relations) throws SQLException {
        byte[] hash = Arrays.copyOf(row.getBytes("id_number_key"), HASH_BYTES);
        try {
            Seeker seeker = SeekerRows.read(row, NOWHERE, relations);
            byte[] packed = pack(new RowWriter().bytes(hash), seeker);
            tables.byHash().put(first(hash), packed);
            tables.byId().put(seeker.id(), packed);
        } catch (IllegalArgumentException e) {
            LOG.warnf(
                    "seeker %d cannot be kept in memory: %s",
                    row.getLong(1), e.getClass().getName());
        }
    }

    private static byte[] pack(RowWriter row, Seeker seeker) {
        Seeker.Wish wish = seeker.wish();
        boolean somewhere = !wish.start().equals(NOWHERE.coordinates());
        row.number(seeker.id()).number(somewhere ? 1 : 0);
        if (somewhere) {
            row.wide(Double.doubleToLongBits(wish.start().latitude()))
                    .wide(Double.doubleToLongBits(wish.start().longitude()));
        }
        row.text(wish.occupations().stream().map(OccupationCode::value).collect(Collectors.joining(" ")))
                .text(wish.text())
                .number(wish.travel().ordinal())
                .number(wish.maxDistanceMetres())
                .number(wish.slots().bits())
                .number(bits(wish.settlements()))
                .number(wish.floorFenPerHour())
                .number(wish.floorIsMust() ? 1 : 0)
                .number(wish.certificates())
                .number(bits(seeker.background().helpGroups()));
        for (Set<Long> numbers : List.of(
                seeker.background().wantedEmployers(),
                seeker.background().blockedEmployers(),
                seeker.background().dismissedPosts())) {
            row.number(numbers.size());
            numbers.forEach(row::number);
        }
        return row.toBytes();
    }

    private static Seekers.Known unpack(RowReader row, Coordinates otherwiseStart) {
        long id = row.number();
        Coordinates start = row.small() == 0
                ? otherwiseStart
                : new Coordinates(Double.longBitsToDouble(row.wide()), Double.longBitsToDouble(row.wide()));
        String occupations = row.text();
        Seeker.Wish wish = new Seeker.Wish(
                occupations.isEmpty()
                        ? List.of()
                        : Arrays.stream(occupations.split(" ", -1))
                                .map(OccupationCode::new)
                                .toList(),
                row.text(),
                start,
                TRAVEL[row.small()],
                row.small(),
                new TimeSlots(row.small()),
                members(Settlement.class, row.small()),
                row.small(),
                row.small() == 1,
                row.number());
        Background background =
                new Background(members(HelpGroup.class, row.small()), numbers(row), numbers(row), numbers(row));
        return new Seekers.Known(id, wish, background);
    }

    private static Set<Long> numbers(RowReader row) {
        Set<Long> numbers = new HashSet<>();
        for (int left = row.small(); left > 0; left--) {
            numbers.add(row.number());
        }
        return numbers;
    }

    private static int bits(Set<? extends Enum<?>> members) {
        return members.stream().mapToInt(member -> 1 << member.ordinal()).reduce(0, (a, b) -> a | b);
    }

    private static <E extends Enum<E>> Set<E> members(Class<E> type, int bits) {
        Set<E> members = EnumSet.allOf(type);
        members.removeIf(member -> (bits >>> member.ordinal() & 1) == 0);
        return members;
    }
}
