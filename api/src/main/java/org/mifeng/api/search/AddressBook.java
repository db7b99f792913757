package org.mifeng.api.search;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.indexdata.reference.Town;
import org.mifeng.indexdata.reference.Towns;

/**
 * Finds places by their address among those where there is work, and falls back from the house to the street, the town
 * and the county. Houses and streets are those of live posts, read into memory when first asked for and again once the
 * copy is old: no map of the town is needed, and no place is found where there could be no job near.
 */
@Singleton
final class AddressBook {
    private static final Duration OLD = Duration.ofHours(1);
    /** A street that is not known is looked for in newer posts, but not at every question. */
    private static final Duration OLD_IF_MISSED = Duration.ofMinutes(1);

    private static final int FETCHED_AT_ONCE = 10_000;
    /** The road up to its last 路, 街, 道, 巷 or 村, and the number of the house. */
    private static final Pattern HOUSE = Pattern.compile("(.*?[路街道巷村园])(\\d{1,5}号?.*)?");

    private final DataSource database;
    private final MarketCalendar calendar;
    private volatile @Nullable Copy copy;

    AddressBook(DataSource database, MarketCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** Posts of one house or street, as sums, so that their middle can be told. */
    private record Spot(String address, double latitudes, double longitudes, int posts) {
        Spot plus(Spot other) {
            return new Spot(address, latitudes + other.latitudes, longitudes + other.longitudes, posts + other.posts);
        }

        FoundPlace place(FoundPlace.Level level) {
            return new FoundPlace(level, address, latitudes / posts, longitudes / posts);
        }
    }

    private record Copy(Instant readAt, Map<String, Spot> houses, Map<String, Spot> streets) {}

    /**
     * The place that is meant.
     *
     * @param address as people say it, at most a hundred characters
     * @return empty if not even the county is known
     */
    Optional<FoundPlace> find(String address) {
        String plain = plain(address);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return houseOrStreet(plain, OLD)
                .or(() -> HOUSE.matcher(plain).matches() ? houseOrStreet(plain, OLD_IF_MISSED) : Optional.empty())
                .or(() -> town(plain))
                .or(() -> county(plain));
    }

    /** Without spaces and signs; what is full width as half. */
    static String plain(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Optional<FoundPlace> houseOrStreet(String plain, Duration old) {
        Matcher parts = HOUSE.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Copy known = known(old);
        String road = parts.group(1);
        Optional<FoundPlace> house = parts.group(2) == null
                ? Optional.empty()
                : most(known.houses(), plain.replaceFirst("号.*$", "") + "号", FoundPlace.Level.HOUSE);
        return house.or(() -> most(known.streets(), road, FoundPlace.Level.STREET));
    }

    /** Of all spots whose address ends so the one with most posts, of equals the first. */
    private static Optional<FoundPlace> most(Map<String, Spot> spots, String end, FoundPlace.Level level) {
        if (isTown(end)) {
            return Optional.empty();
        }
        return spots.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(end))
                .max(Comparator.<Map.Entry<String, Spot>>comparingInt(
                                entry -> entry.getValue().posts())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> entry.getValue().place(level));
    }

    private static boolean isTown(String plain) {
        return Towns.all().stream().anyMatch(town -> town.fullName().endsWith(plain));
    }

    private static Optional<FoundPlace> town(String plain) {
        return longest(town -> plain.contains(town.fullName()))
                .or(() -> longest(town -> plain.contains(town.name())))
                .or(() -> longest(town -> plain.contains(shortName(town.name()))))
                .map(town -> new FoundPlace(
                        FoundPlace.Level.TOWN,
                        town.fullName(),
                        town.place().latitude(),
                        town.place().longitude()));
    }

    private static Optional<Town> longest(Predicate<Town> said) {
        return Towns.all().stream()
                .filter(said)
                .max(Comparator.comparingInt((Town town) -> town.name().length())
                        .thenComparing(Town::weight)
                        .thenComparing(Town::code, Comparator.reverseOrder()));
    }

    private static String shortName(String name) {
        String bare = name.replaceFirst("(街道|镇|乡)$", "");
        return bare.length() < 2 ? name : bare;
    }

    private static Optional<FoundPlace> county(String plain) {
        return Towns.all().stream()
                .map(Town::county)
                .distinct()
                .filter(county -> plain.contains(county) || plain.contains(county.substring(0, county.length() - 1)))
                .findFirst()
                .map(AddressBook::middle);
    }

    private static FoundPlace middle(String county) {
        List<Town> towns = Towns.all().stream()
                .filter(town -> town.county().equals(county))
                .toList();
        double weights = towns.stream().mapToInt(Town::weight).sum();
        return new FoundPlace(
                FoundPlace.Level.COUNTY,
                county,
                towns.stream()
                                .mapToDouble(t -> t.weight() * t.place().latitude())
                                .sum()
                        / weights,
                towns.stream()
                                .mapToDouble(t -> t.weight() * t.place().longitude())
                                .sum()
                        / weights);
    }

    /** Names of places that an address may begin with, for who wrote one that is not known. */
    static Stream<String> names() {
        return Towns.all().stream()
                .flatMap(town -> Stream.of(town.name(), town.county()))
                .distinct();
    }

    private Copy known(Duration old) {
        Copy now = copy;
        return now != null && isFresh(now, old) ? now : readOnce(old);
    }

    private boolean isFresh(Copy known, Duration old) {
        return known.readAt().plus(old).isAfter(calendar.now());
    }

    private synchronized Copy readOnce(Duration old) {
        Copy newer = copy;
        if (newer == null || !isFresh(newer, old)) {
            newer = read();
            copy = newer;
        }
        return newer;
    }

    private Copy read() {
        Instant now = calendar.now();
        Map<String, Spot> houses = new HashMap<>();
        Map<String, Spot> streets = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select address, town_code, latitude, longitude from job_post where state = 'LIVE'")) {
            query.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    add(row, houses, streets);
                }
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("cannot read addresses", e);
        }
        return new Copy(now, houses, streets);
    }

    private static void add(ResultSet row, Map<String, Spot> houses, Map<String, Spot> streets) throws SQLException {
        String plain = plain(row.getString(1));
        Town town = Towns.find(row.getString(2)).orElse(Towns.all().getFirst());
        Matcher parts = HOUSE.matcher(withoutTown(plain, town));
        if (!parts.matches()) {
            return;
        }
        String road = town.fullName() + parts.group(1);
        double latitude = row.getDouble(3);
        double longitude = row.getDouble(4);
        streets.merge(road, new Spot(road, latitude, longitude, 1), Spot::plus);
        if (parts.group(2) != null) {
            String house = road + parts.group(2).replaceFirst("号.*$", "") + "号";
            houses.merge(house, new Spot(house, latitude, longitude, 1), Spot::plus);
        }
    }

    private static String withoutTown(String plain, Town town) {
        String left =
                plain.startsWith(town.county()) ? plain.substring(town.county().length()) : plain;
        return left.startsWith(town.name()) ? left.substring(town.name().length()) : left;
    }
}
