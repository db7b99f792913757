package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Openings;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/** A floor on our own profiles with graded posts. The test half is not looked at when weights change. */
class MatchQualityTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Coordinates START = new Coordinates(35.41, 116.58);
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int TOP = 10;

    /** A post of a case with its grade. */
    private record Graded(JobPost post, int grade) {}

    @Test
    void goodJobsComeBeforeLessGoodOnes() throws Exception {
        Map<String, List<Graded>> posts = posts("test");
        double sum = 0;
        List<NamedCsvRecord> profiles = rows("profiles-test.csv");
        for (NamedCsvRecord profile : profiles) {
            sum += ndcg(ranked(profile, posts), posts.getOrDefault(profile.getField("case"), List.of()));
        }
        assertThat(profiles).hasSizeGreaterThanOrEqualTo(30);
        assertThat(sum / profiles.size()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void whatIsNotLawfulOrOutOfReachIsNeverBeforeAGoodJob() throws Exception {
        for (String half : List.of("tuning", "test")) {
            Map<String, List<Graded>> posts = posts(half);
            for (NamedCsvRecord profile : rows("profiles-" + half + ".csv")) {
                List<Integer> grades = ranked(profile, posts);
                int firstNone = grades.indexOf(0);
                int lastGood = grades.lastIndexOf(3);
                assertThat(firstNone < 0 || firstNone > lastGood)
                        .as("case %s: %s", profile.getField("case"), grades)
                        .isTrue();
            }
        }
    }

    @Test
    void thereAreSixtyCases() throws Exception {
        assertThat(rows("profiles-tuning.csv").size()
                        + rows("profiles-test.csv").size())
                .isGreaterThanOrEqualTo(60);
    }

    /** The grades of the case's posts in the order of the list. */
    private static List<Integer> ranked(NamedCsvRecord profile, Map<String, List<Graded>> posts) {
        List<Graded> candidates = posts.getOrDefault(profile.getField("case"), List.of());
        try (TemporaryIndex index =
                new TemporaryIndex(candidates.stream().map(Graded::post).toList())) {
            return index.matcher().match(request(profile)).matches().stream()
                    .map(Match::id)
                    .map(id -> candidates.get(Math.toIntExact(id - 1)).grade())
                    .toList();
        }
    }

    private static double ndcg(List<Integer> found, List<Graded> all) {
        List<Integer> ideal = all.stream()
                .map(Graded::grade)
                .sorted(Collections.reverseOrder())
                .toList();
        return discounted(found) / discounted(ideal);
    }

    private static double discounted(List<Integer> grades) {
        double sum = 0;
        for (int place = 0; place < Math.min(TOP, grades.size()); place++) {
            sum += (Math.pow(2, grades.get(place)) - 1) / (Math.log(place + 2) / Math.log(2));
        }
        return sum;
    }

    private static MatchRequest request(NamedCsvRecord profile) {
        Seeker.Wish wish = new Seeker.Wish(
                list(profile, "occupations").stream().map(OccupationCode::new).toList(),
                "",
                START,
                TravelMode.valueOf(profile.getField("travel")),
                integer(profile, "maxDistanceMetres"),
                new TimeSlots(integer(profile, "slots")),
                constants(Settlement.class, profile, "settlements"),
                integer(profile, "floorFenPerHour"),
                Boolean.parseBoolean(profile.getField("floorIsMust")),
                Certificates.withImplied(Certificates.bits(list(profile, "certificates"))));
        return new MatchRequest(
                wish,
                Background.NONE,
                Optional.of(integer(profile, "ageYears")),
                Optional.empty(),
                OptionalLong.empty(),
                NOW,
                TOP,
                MatchRequest.Cursor.START);
    }

    private static Map<String, List<Graded>> posts(String half) throws Exception {
        Map<String, List<Graded>> posts = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows("posts-" + half + ".csv")) {
            List<Graded> same = posts.computeIfAbsent(row.getField("case"), number -> new ArrayList<>());
            same.add(new Graded(post(same.size() + 1, row), integer(row, "grade")));
        }
        return posts;
    }

    /** Due north of the profile's start. */
    private static JobPost post(int number, NamedCsvRecord row) {
        return new JobPost(
                number,
                0,
                number,
                true,
                new OccupationCode(row.getField("occupation")),
                new Coordinates(START.latitude() + integer(row, "metres") / METRES_PER_DEGREE, START.longitude()),
                370_811_002,
                row.getField("title"),
                "",
                new Pay(integer(row, "fenPerHour"), PayUnit.HOUR, 8),
                Settlement.valueOf(row.getField("settlement")),
                new TimeSlots(integer(row, "slots")),
                Boolean.parseBoolean(row.getField("shiftFixed")),
                new Openings(3, 3, 0),
                Certificates.bits(list(row, "certificates")),
                constants(Benefit.class, row, "benefits"),
                constants(Hazard.class, row, "hazards"),
                Boolean.parseBoolean(row.getField("hazardsKnown")),
                16,
                120,
                60,
                Set.of(),
                Optional.empty(),
                NOW.minus(1, ChronoUnit.DAYS),
                NOW.minus(1, ChronoUnit.DAYS),
                NOW.plus(30, ChronoUnit.DAYS));
    }

    private static int integer(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static List<String> list(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, NamedCsvRecord row, String column) {
        Set<E> constants = EnumSet.noneOf(type);
        list(row, column).forEach(name -> constants.add(Enum.valueOf(type, name)));
        return constants;
    }

    private static List<NamedCsvRecord> rows(String name) throws Exception {
        Path file = Path.of(
                Objects.requireNonNull(MatchQualityTest.class.getResource("/org/mifeng/indexdata/match/" + name))
                        .toURI());
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }
}
