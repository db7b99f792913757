package org.mifeng.api.matching;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.numbering.NumberedTable;
import org.mifeng.api.numbering.PublicId;
import org.mifeng.api.numbering.PublicIds;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.occupation.OccupationTree;

/** Turns what clients say into questions, naming every field that is wrong. */
@Singleton
final class ProfileReader {
    private static final Pattern CODE = Pattern.compile("\\d(-\\d\\d){3}");
    private static final int MOST_JOBS = 50;
    private static final int USUAL_JOBS = 20;
    private static final int USUAL_DISTANCE_METRES = 20_000;
    private static final int FARTHEST_METRES = 200_000;

    /** Without an age the strictest rules for those who may work at all hold (P21). */
    private static final int UNKNOWN_AGE = 16;

    /** What every JSON reader keeps exactly. */
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private final OccupationTree tree;
    private final MarketCalendar calendar;
    private final PublicIds ids;

    ProfileReader(OccupationTree tree, MarketCalendar calendar, PublicIds ids) {
        this.tree = tree;
        this.calendar = calendar;
        this.ids = ids;
    }

    /**
     * The question a profile asks.
     *
     * @throws InvalidInputException naming all fields that are wrong
     */
    JobQuestion question(Profile profile) {
        FieldErrors errors = new FieldErrors();
        List<OccupationCode> occupations = occupations(errors.list(profile.occupations(), "occupations"), errors);
        String text = profile.text() == null ? "" : profile.text();
        errors.check(text.length() <= 500, "text", "length", "最多 500 个字");
        Optional<Coordinates> start = start(profile.near(), errors);
        int metres = orElse(profile.maxDistanceMetres(), USUAL_DISTANCE_METRES);
        errors.check(metres >= 100 && metres <= FARTHEST_METRES, "maxDistanceMetres", "range", "应在 100 到 200000 之间");
        int slotBits = orElse(profile.slots(), TimeSlots.ALWAYS.bits());
        Optional<TimeSlots> slots = errors.read("slots", "range", () -> new TimeSlots(slotBits));
        int floor = orElse(profile.floorFenPerHour(), 0);
        errors.check(floor >= 0 && floor <= 100_000, "floorFenPerHour", "range", "应在 0 到 100000 之间");
        long certificates = certificates(errors.list(profile.certificates(), "certificates"), errors);
        Set<Settlement> settlements = Set.copyOf(errors.list(profile.settlements(), "settlements"));
        int age = age(profile, errors);
        Background background = background(profile, errors);
        errors.check(
                profile.spreadSeed() == null || (profile.spreadSeed() >= 0 && profile.spreadSeed() <= LARGEST_SEED),
                "spreadSeed",
                "range",
                "应在 0 到 " + LARGEST_SEED + " 之间");
        errors.throwIfAny();
        return new JobQuestion(
                new Seeker.Wish(
                        occupations,
                        text,
                        start.orElseThrow(),
                        profile.travel() == null ? TravelMode.E_BIKE : profile.travel(),
                        metres,
                        slots.orElseThrow(),
                        settlements,
                        floor,
                        Boolean.TRUE.equals(profile.floorIsMust()),
                        certificates),
                background,
                Optional.of(age),
                Optional.empty(),
                profile.spreadSeed() == null ? OptionalLong.empty() : OptionalLong.of(profile.spreadSeed()));
    }

    private Background background(Profile profile, FieldErrors errors) {
        Set<HelpGroup> helpGroups = Set.copyOf(errors.list(profile.helpGroups(), "helpGroups"));
        return new Background(
                helpGroups,
                numbers(NumberedTable.EMPLOYER, profile.wantedEmployers(), "wantedEmployers", errors),
                numbers(NumberedTable.EMPLOYER, profile.blockedEmployers(), "blockedEmployers", errors),
                numbers(NumberedTable.JOB_POST, profile.dismissedPosts(), "dismissedPosts", errors));
    }

    private Set<Long> numbers(NumberedTable table, @Nullable List<String> given, String field, FieldErrors errors) {
        List<String> publicIds = errors.list(given, field);
        if (publicIds.size() > Background.MOST) {
            errors.add(field, "length", "最多 " + Background.MOST + " 项");
            return Set.of();
        }
        Map<String, Long> known = ids.numbers(
                table,
                publicIds.stream().filter(PublicId::isWellFormed).distinct().toList());
        for (int i = 0; i < publicIds.size(); i++) {
            errors.check(
                    known.containsKey(publicIds.get(i)),
                    field + "[" + i + "]",
                    "known-id",
                    table == NumberedTable.EMPLOYER ? "没有这个用人单位" : "没有这个岗位");
        }
        return Set.copyOf(known.values());
    }

    /** How many jobs a page has. */
    static int limit(@Nullable Integer wanted) {
        int limit = orElse(wanted, USUAL_JOBS);
        FieldErrors errors = new FieldErrors();
        errors.check(limit >= 1 && limit <= MOST_JOBS, "limit", "range", "应在 1 到 50 之间");
        errors.throwIfAny();
        return limit;
    }

    private static int orElse(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private List<OccupationCode> occupations(List<String> codes, FieldErrors errors) {
        errors.check(codes.size() <= 16, "occupations", "length", "最多 16 项");
        List<OccupationCode> known = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String field = "occupations[" + i + "]";
            String code = codes.get(i);
            Optional<Alias> said = CODE.matcher(code).matches() ? Optional.empty() : said(code);
            if (said.isPresent()) {
                errors.add(
                        field,
                        "occupation",
                        "应填职业代码，" + code + " 是 " + said.get().code());
                continue;
            }
            errors.read(field, "occupation", () -> new OccupationCode(code)).ifPresent(occupation -> {
                if (tree.find(occupation).isEmpty()) {
                    errors.add(field, "occupation", "本市场没有这个职业" + suggestion(occupation));
                }
                known.add(occupation);
            });
        }
        return known;
    }

    /** The trade that people mean by a name, for those who send the name instead of the code. */
    private static Optional<Alias> said(String name) {
        return Aliases.all().stream()
                .filter(alias -> alias.text().equals(name))
                .max(Comparator.comparingInt(Alias::weight));
    }

    /** The first known occupation of the same group, the narrowest group first. */
    private String suggestion(OccupationCode unknown) {
        return tree.trades().stream()
                .filter(trade -> trade.code().minor().equals(unknown.minor()))
                .findFirst()
                .or(() -> tree.trades().stream()
                        .filter(trade -> trade.code().middle().equals(unknown.middle()))
                        .findFirst())
                .map(trade -> "，可以试试 " + trade.code() + " " + trade.name())
                .orElse("");
    }

    private static Optional<Coordinates> start(Profile.@Nullable Near near, FieldErrors errors) {
        if (near == null) {
            errors.add("near", "required", "必填");
            return Optional.empty();
        }
        return errors.required(near.latitude(), "near.latitude", "required", "必填")
                .flatMap(latitude -> errors.required(near.longitude(), "near.longitude", "required", "必填")
                        .flatMap(
                                longitude -> errors.read("near", "range", () -> new Coordinates(latitude, longitude))));
    }

    private static long certificates(List<String> keys, FieldErrors errors) {
        long bits = 0;
        for (int i = 0; i < keys.size(); i++) {
            Optional<Certificate> found = Certificates.find(keys.get(i));
            errors.check(found.isPresent(), "certificates[" + i + "]", "P24", "没有这种证书");
            bits |= found.map(Certificate::bit).orElse(0L);
        }
        return Certificates.withImplied(bits);
    }

    private int age(Profile profile, FieldErrors errors) {
        if (profile.birthDate() != null) {
            errors.check(profile.ageYears() == null, "ageYears", "one-of", "birthDate 和 ageYears 只能填一个");
            int age = calendar.ageInYears(profile.birthDate());
            errors.check(age >= 0 && age <= 130, "birthDate", "range", "出生日期不对");
            return age;
        }
        int age = orElse(profile.ageYears(), UNKNOWN_AGE);
        errors.check(age >= 0 && age <= 130, "ageYears", "range", "应在 0 到 130 之间");
        return age;
    }
}
