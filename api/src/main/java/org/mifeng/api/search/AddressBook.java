package org.mifeng.api.search;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.jobpost.PostRow;
import org.mifeng.api.live.LivePosts;
import org.mifeng.api.live.PlaceListener;
import org.mifeng.indexdata.reference.Town;
import org.mifeng.indexdata.reference.Towns;

/**
 * Finds places by their address among those where there is work, and falls back from the house to the street, the town
 * and the county. Houses and streets are those of wanted posts, counted when first asked for and followed from then on: no
 * map of the town is needed, and no place is found where there could be no job near.
 */
@Singleton
final class AddressBook implements PlaceListener {
    /** Parts of a degree that are counted in, some centimetres: whole numbers come back when what was added is taken away. */
    private static final double PARTS = 1e7;

    /** The road up to its last 路, 街, 道, 巷 or 村, and the number of the house. */
    private static final Pattern HOUSE = Pattern.compile("(.*?[路街道巷村园])(\\d{1,5}号?.*)?");

    private final LivePosts live;
    private final Map<String, Spot> houses = new ConcurrentHashMap<>();
    private final Map<String, Spot> streets = new ConcurrentHashMap<>();
    private volatile boolean following;

    AddressBook(LivePosts live) {
        this.live = live;
    }

    /** Posts of one house or street, as sums, so that their middle can be told. */
    private record Spot(String address, long latitudes, long longitudes, int posts) {
        static Spot of(String address, PostRow.Place place, int posts) {
            return new Spot(
                    address,
                    posts * Math.round(place.latitude() * PARTS),
                    posts * Math.round(place.longitude() * PARTS),
                    posts);
        }

        /** Null if nothing is left. */
        @Nullable
        Spot plus(Spot other) {
            int all = posts + other.posts;
            return all == 0 ? null : new Spot(address, latitudes + other.latitudes, longitudes + other.longitudes, all);
        }

        FoundPlace place(FoundPlace.Level level) {
            return new FoundPlace(level, address, latitudes / PARTS / posts, longitudes / PARTS / posts);
        }
    }

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
        return houseOrStreet(plain).or(() -> town(plain)).or(() -> county(plain));
    }

    /** Without spaces and signs; what is full width as half. */
    static String plain(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Optional<FoundPlace> houseOrStreet(String plain) {
        Matcher parts = HOUSE.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        follow();
        String road = parts.group(1);
        Optional<FoundPlace> house = parts.group(2) == null
                ? Optional.empty()
                : most(houses, plain.replaceFirst("号.*$", "") + "号", FoundPlace.Level.HOUSE);
        return house.or(() -> most(streets, road, FoundPlace.Level.STREET));
    }

    /** Of all spots whose address ends so the one with most posts, of equals the first. */
    private static Optional<FoundPlace> most(Map<String, Spot> spots, String end, FoundPlace.Level level) {
        if (isTown(end)) {
            return Optional.empty();
        }
        return spots.entrySet().stream()
                .filter(entry -> entry.getValue().posts() > 0 && entry.getKey().endsWith(end))
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

    private void follow() {
        if (!following) {
            synchronized (this) {
                if (!following) {
                    live.follow(this);
                    following = true;
                }
            }
        }
    }

    @Override
    public void begins(PostRow.Place place) {
        count(place, 1);
    }

    @Override
    public void ends(PostRow.Place place) {
        count(place, -1);
    }

    private void count(PostRow.Place place, int posts) {
        Town town = Towns.find(place.townCode()).orElse(Towns.all().getFirst());
        Matcher parts = HOUSE.matcher(withoutTown(plain(place.address()), town));
        if (!parts.matches()) {
            return;
        }
        String road = town.fullName() + parts.group(1);
        streets.merge(road, Spot.of(road, place, posts), Spot::plus);
        if (parts.group(2) != null) {
            String house = road + parts.group(2).replaceFirst("号.*$", "") + "号";
            houses.merge(house, Spot.of(house, place, posts), Spot::plus);
        }
    }

    private static String withoutTown(String plain, Town town) {
        String left =
                plain.startsWith(town.county()) ? plain.substring(town.county().length()) : plain;
        return left.startsWith(town.name()) ? left.substring(town.name().length()) : left;
    }
}
