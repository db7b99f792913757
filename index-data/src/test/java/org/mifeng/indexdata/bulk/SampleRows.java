package org.mifeng.indexdata.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/** Random rows with the strings that break files. */
final class SampleRows {
    private static final String[] NASTY = {
        "\"",
        "\"\"",
        ",",
        ";",
        "|",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\\",
        "\\n",
        "'",
        "{",
        "}",
        "[",
        "]",
        ":",
        "null",
        "true",
        "\uFEFF",
        "\u2028",
        "\u0085",
        "\u0001",
        "\u007F",
        " ",
        "　",
        "急招！",
        "😀",
        "𠮷",
        "é",
        "e\u0301",
        "=1+1",
        "@cmd",
        "</script>",
        "%s",
        "装卸工",
    };
    private static final Instant START = Instant.parse("2026-01-31T23:59:59Z");

    private final SplittableRandom random;

    SampleRows(long seed) {
        random = new SplittableRandom(seed);
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(8);
        for (int i = 0; i < parts; i++) {
            text.append(NASTY[random.nextInt(NASTY.length)]);
        }
        return text.length() <= most ? text.toString() : "装";
    }

    private String name(int most) {
        return "名" + text(most - 1);
    }

    private String publicId() {
        String characters = "ABCXYZabcxyz0189-_";
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 22; i++) {
            id.append(characters.charAt(random.nextInt(characters.length())));
        }
        return id.toString();
    }

    private Instant time() {
        return START.plus(Duration.ofMillis(random.nextLong(40_000_000_000L)));
    }

    private <E extends Enum<E>> E one(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            if (random.nextBoolean()) {
                set.add(constant);
            }
        }
        return set;
    }

    private long certificates() {
        return random.nextBoolean() ? 0 : random.nextLong() & known();
    }

    private static long known() {
        return Certificates.all().stream().mapToLong(c -> c.bit()).reduce(0, (a, b) -> a | b);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private long number() {
        return random.nextBoolean() ? random.nextLong(1, Long.MAX_VALUE) : random.nextLong(1, 100);
    }

    private Coordinates place() {
        return new Coordinates(random.nextDouble(18, 54), random.nextDouble(73, 136));
    }

    private TimeSlots slots() {
        return new TimeSlots(random.nextInt(1 << 28));
    }

    EmployerRecord employer() {
        return new EmployerRecord(
                number(),
                publicId(),
                name(100),
                maybe(() -> CreditCode.synthetic(random.nextInt(1_000_000))),
                text(50),
                "0537-0" + random.nextInt(100_000, 1_000_000),
                one(EmployerState.class),
                maybe(this::time),
                percent(),
                percent(),
                random.nextInt(10),
                time(),
                time());
    }

    private OptionalInt percent() {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt(101)) : OptionalInt.empty();
    }

    JobPostRecord jobPost() {
        int openings = random.nextInt(1, 10_001);
        int minAge = random.nextInt(16, 60);
        return new JobPostRecord(
                number(),
                publicId(),
                number(),
                one(JobPostState.class),
                new OccupationCode("4-02-05-01"),
                name(200),
                text(10_000),
                place(),
                "370811002",
                text(200),
                new Pay(random.nextInt(1, 10_000_001), one(PayUnit.class), random.nextInt(1, 17)),
                one(Settlement.class),
                slots(),
                random.nextBoolean(),
                openings,
                random.nextInt(openings + 1),
                random.nextInt(1_000_001),
                certificates(),
                some(Benefit.class),
                some(Hazard.class),
                random.nextBoolean(),
                some(HelpGroup.class),
                minAge,
                random.nextInt(minAge, 121),
                maybe(() -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400))),
                "+86 537-0000000",
                time(),
                time(),
                time(),
                time());
    }

    SeekerRecord seeker() {
        LocalDate birthDate = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
        return new SeekerRecord(
                number(),
                publicId(),
                IdNumber.synthetic(birthDate, random.nextInt(1, 1_000)),
                name(50),
                maybe(() -> "0537-0000000"),
                one(SeekerState.class),
                birthDate,
                random.nextBoolean()
                        ? List.of()
                        : List.of(new OccupationCode("4-02-05-01"), new OccupationCode("6-31-99-00")),
                text(500),
                maybe(this::place),
                one(TravelMode.class),
                random.nextInt(100, 200_001),
                slots(),
                some(Settlement.class),
                random.nextInt(100_001),
                random.nextBoolean(),
                certificates(),
                some(HelpGroup.class),
                maybe(this::time),
                time(),
                time());
    }
}
