package org.mifeng.kiosk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mifeng.kiosk.service.JobCard;
import org.mifeng.kiosk.service.WeekTimes;

/**
 * A job in the words of the screen. What the employer did not state is absent, never guessed.
 *
 * @param payPer 「一天」
 * @param pay 「260」, in yuan
 * @param payPerHour 「合 32.5 元/小时」; absent where pay is by the hour already
 * @param way 「东边 2.1 公里」
 * @param when 「今天开工 · 每天白天」
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JobView(
        String title,
        String picture,
        String payPer,
        String pay,
        @Nullable String payPerHour,
        String town,
        String address,
        String way,
        String when,
        String wanted,
        String settlement,
        List<String> benefits,
        List<String> hazards,
        List<String> reasons,
        boolean verified,
        String employer,
        String age,
        long postNumber) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static JobView of(JobCard job, Instant now) {
        JobCard.Pay pay = job.pay();
        boolean byHour = pay.unit().equals("HOUR");
        return new JobView(
                job.title(),
                job.picture() == null ? "other" : job.picture(),
                per(pay.unit()),
                yuan(pay.amountFen()),
                byHour || pay.fenPerHour() == null ? null : "合 " + yuan(pay.fenPerHour()) + " 元/小时",
                stated(job.place() == null ? null : job.place().town()),
                address(job.place()),
                way(job),
                Stream.of(starts(job.startsOn(), now), job.slots() == null ? "" : WeekTimes.inWords(job.slots()))
                        .filter(words -> !words.isEmpty())
                        .reduce((a, b) -> a + " · " + b)
                        .orElse(""),
                job.openingsLeft() == null ? "" : "还要 " + job.openingsLeft() + " 人",
                settlement(job.settlement()),
                job.benefits().stream()
                        .map(JobView::benefit)
                        .flatMap(Optional::stream)
                        .toList(),
                job.hazards().stream()
                        .map(JobView::hazard)
                        .flatMap(Optional::stream)
                        .toList(),
                job.reasons().stream().limit(2).toList(),
                job.employer() != null && job.employer().verified(),
                stated(job.employer() == null ? null : job.employer().name()),
                age(job.confirmedAt(), now),
                job.postNumber());
    }

    private static String stated(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * The address behind the name of its town, which is shown already. A number and its unit are joined by a space that
     * no line breaks at.
     */
    private static String address(JobCard.@Nullable Place place) {
        String address = stated(place == null ? null : place.address());
        String town = stated(place == null ? null : place.town());
        int at = town.isEmpty() ? -1 : address.indexOf(town);
        String rest = at < 0 ? address : address.substring(at + town.length()).strip();
        return rest.replaceAll("(?<=\\d) ?(?=[号栋楼室米])", "\u00A0");
    }

    private static String per(String unit) {
        return switch (unit) {
            case "HOUR" -> "一小时";
            case "DAY" -> "一天";
            case "MONTH" -> "一个月";
            case "PIECE" -> "计件 一天约";
            default -> "";
        };
    }

    /** Fen as yuan without needless noughts: 26000 is 260, 3250 is 32.5. */
    static String yuan(long fen) {
        BigDecimal yuan = BigDecimal.valueOf(fen, 2);
        if (yuan.compareTo(BigDecimal.valueOf(100)) >= 0) {
            yuan = yuan.setScale(0, RoundingMode.HALF_UP);
        }
        return yuan.setScale(Math.min(yuan.scale(), 1), RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String way(JobCard job) {
        if (job.distanceMetres() == null) {
            return "";
        }
        double metres = job.distanceMetres();
        // to 100 m, as the service's reasons say it
        String far = metres < 950
                ? Math.max(100, Math.round(metres / 100) * 100) + " 米"
                : String.format(Locale.ROOT, "%.1f 公里", metres / 1_000);
        return direction(job.direction()) + far;
    }

    private static String direction(@Nullable String direction) {
        return switch (direction == null ? "" : direction) {
            case "NORTH" -> "北边 ";
            case "NORTH_EAST", "NORTHEAST" -> "东北边 ";
            case "EAST" -> "东边 ";
            case "SOUTH_EAST", "SOUTHEAST" -> "东南边 ";
            case "SOUTH" -> "南边 ";
            case "SOUTH_WEST", "SOUTHWEST" -> "西南边 ";
            case "WEST" -> "西边 ";
            case "NORTH_WEST", "NORTHWEST" -> "西北边 ";
            default -> "";
        };
    }

    private static String starts(@Nullable LocalDate day, Instant now) {
        if (day == null) {
            return "";
        }
        long ahead = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, CHINA), day);
        if (ahead < 0) {
            return "随时开工";
        }
        if (ahead == 0) {
            return "今天开工";
        }
        if (ahead == 1) {
            return "明天开工";
        }
        return ahead == 2 ? "后天开工" : day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日开工";
    }

    private static String settlement(@Nullable String settlement) {
        return switch (settlement == null ? "" : settlement) {
            case "DAILY" -> "日结";
            case "WEEKLY" -> "周结";
            case "MONTHLY" -> "月结";
            case "ON_COMPLETION" -> "完工结";
            default -> "";
        };
    }

    private static Optional<String> benefit(String code) {
        return switch (code) {
            case "MEALS" -> Optional.of("包吃");
            case "LODGING" -> Optional.of("包住");
            case "PICK_UP" -> Optional.of("接送");
            case "TRANSPORT_ALLOWANCE" -> Optional.of("有车费");
            case "INSURANCE" -> Optional.of("有保险");
            case "NO_SKILL_NEEDED" -> Optional.of("不会技术也行");
            default -> Optional.empty();
        };
    }

    private static Optional<String> hazard(String code) {
        return switch (code) {
            case "MINE" -> Optional.of("井下");
            case "TOXIC" -> Optional.of("有毒有害");
            case "HEAVY_LABOUR" -> Optional.of("活很重");
            case "NIGHT" -> Optional.of("夜班");
            case "ENTERTAINMENT" -> Optional.of("娱乐场所");
            case "HEIGHT" -> Optional.of("高处作业");
            default -> Optional.empty();
        };
    }

    private static String age(@Nullable Instant confirmed, Instant now) {
        if (confirmed == null) {
            return "";
        }
        Duration age = Duration.between(confirmed, now);
        if (age.toMinutes() < 60) {
            return "刚刚确认过";
        }
        return age.toHours() < 24 ? age.toHours() + " 小时前确认" : age.toDays() + " 天前确认";
    }
}
