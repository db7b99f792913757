package org.mifeng.api.jobpost;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.problem.FieldError;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.rules.MinimumHourlyPay;
import org.mifeng.api.rules.PostingWords;
import org.mifeng.api.rules.RuleHit;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.reference.Town;
import org.mifeng.indexdata.reference.Towns;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/**
 * Checks what an employer sends, all of it at once: P10 (mandatory fields), P11 to P13 (unlawful conditions), P17
 * (settlement), P18 (work by the hour), and which words staff must look at first (P01, P14).
 */
@Singleton
final class PostingCheck {
    private static final Pattern PHONE =
            Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(?:-\\d{1,6})?|[48]00-?\\d{3}-?\\d{4}");
    private static final String REQUIRED = "必填";

    private final MarketCalendar calendar;
    private final PostingConfig config;
    private final MinimumHourlyPay minimumPay = MinimumHourlyPay.load();

    PostingCheck(MarketCalendar calendar, PostingConfig config) {
        this.calendar = calendar;
        this.config = config;
    }

    /** What came of it. */
    sealed interface Outcome {
        /**
         * May be posted; with words to look at, only after review.
         *
         * @param toReview empty if there is nothing to look at
         */
        record Allowed(Posting posting, List<FieldHit> toReview) implements Outcome {}

        /** May not be posted. */
        record Refused(List<FieldError> errors) implements Outcome {}
    }

    /** Words of a rule and the field they stand in. */
    record FieldHit(String field, RuleHit hit) {}

    Outcome check(NewJobPost input) {
        FieldErrors errors = new FieldErrors();
        Optional<String> title = title(input.title(), errors);
        Optional<String> body = body(input.body(), errors);
        List<FieldHit> hits = new ArrayList<>();
        title.ifPresent(text -> PostingWords.find(text).forEach(hit -> hits.add(new FieldHit("title", hit))));
        body.ifPresent(text -> PostingWords.find(text).forEach(hit -> hits.add(new FieldHit("body", hit))));
        for (FieldHit found : hits) {
            if (found.hit().consequence() == RuleHit.Consequence.REFUSE) {
                errors.add(found.field(), found.hit().ruleId(), found.hit().advice());
            }
        }
        Optional<OccupationCode> occupation = occupation(input.occupation(), errors);
        Optional<Coordinates> place = place(input.place(), errors);
        Optional<String> address =
                text(input.place() == null ? null : input.place().address(), "place.address", 200, errors);
        Optional<Pay> pay = pay(input.pay(), errors);
        Optional<Settlement> settlement =
                errors.required(input.settlement(), "settlement", "P17", "要写明结算方式：日结、周结、月结或完工结");
        Optional<TimeSlots> slots = errors.required(input.slots(), "slots", "P10", "要写明什么时候干活")
                .flatMap(bits -> errors.read("slots", "P10", () -> new TimeSlots(bits)));
        slots.ifPresent(times -> errors.check(times.count() > 0, "slots", "P10", "至少要有一个时间段"));
        Optional<Integer> openings = errors.required(input.openings(), "openings", "P10", REQUIRED);
        openings.ifPresent(count -> errors.check(count >= 1 && count <= 10_000, "openings", "P10", "应在 1 到 10000 之间"));
        long certificates = certificates(errors.list(input.certificates(), "certificates"), errors);
        List<Benefit> benefits = errors.list(input.benefits(), "benefits");
        List<Hazard> hazards = errors.list(input.hazards(), "hazards");
        refuseAge(input.minAge(), "minAge", errors);
        refuseAge(input.maxAge(), "maxAge", errors);
        Optional<Instant> validUntil = validUntil(input.validUntil(), errors);
        checkStart(input.startsOn(), errors);
        Optional<String> phone = errors.required(input.phone(), "phone", "P10", REQUIRED);
        phone.ifPresent(
                number -> errors.check(PHONE.matcher(number).matches(), "phone", "phone", "应为 11 位手机号或带区号的座机号"));
        String townCode = place.map(Towns::nearest).map(Town::code).orElse("");
        checkWorkByTheHour(pay, settlement, townCode, errors);
        if (errors.any()) {
            return new Outcome.Refused(errors.toList());
        }
        Posting posting = new Posting(
                title.orElseThrow(),
                body.orElseThrow(),
                occupation.orElseThrow(),
                place.orElseThrow(),
                townCode,
                address.orElseThrow(),
                pay.orElseThrow(),
                settlement.orElseThrow(),
                slots.orElseThrow(),
                Boolean.TRUE.equals(input.shiftFixed()),
                openings.orElseThrow(),
                certificates,
                Set.copyOf(benefits),
                Optional.ofNullable(input.hazards()).map(declared -> Set.copyOf(hazards)),
                Optional.ofNullable(input.startsOn()),
                validUntil.orElseThrow(),
                phone.orElseThrow());
        return new Outcome.Allowed(posting, List.copyOf(hits));
    }

    static Optional<String> title(@Nullable String value, FieldErrors errors) {
        return text(value, "title", 200, errors);
    }

    static Optional<String> body(@Nullable String value, FieldErrors errors) {
        return text(value, "body", 10_000, errors);
    }

    private static Optional<String> text(@Nullable String value, String field, int longest, FieldErrors errors) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            errors.add(field, "P10", REQUIRED);
            return Optional.empty();
        }
        if (text.length() > longest) {
            errors.add(field, "length", "最多 " + longest + " 个字");
            return Optional.empty();
        }
        if (text.codePoints().anyMatch(PostingCheck::isInvisible)) {
            errors.add(field, "characters", "含有看不见的控制字符");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Control characters, and those that turn the direction of text: a screen, a slip or a voice would be misled. */
    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static Optional<OccupationCode> occupation(@Nullable String value, FieldErrors errors) {
        return errors.required(value, "occupation", "P10", "要写明工种")
                .flatMap(text -> errors.read("occupation", "P10", () -> new OccupationCode(text)))
                .filter(code -> {
                    boolean known = Occupations.tree().find(code).isPresent();
                    errors.check(known, "occupation", "P10", "不是 2022 版职业分类大典里本市场用到的代码");
                    return known;
                });
    }

    private static Optional<Coordinates> place(NewJobPost.@Nullable Place place, FieldErrors errors) {
        if (place == null) {
            errors.add("place", "P10", "要写明干活的地点");
            return Optional.empty();
        }
        Optional<Double> latitude = errors.required(place.latitude(), "place.latitude", "P10", REQUIRED);
        Optional<Double> longitude = errors.required(place.longitude(), "place.longitude", "P10", REQUIRED);
        return latitude.flatMap(lat ->
                longitude.flatMap(lon -> errors.read("place", "P10", () -> new Coordinates(lat, lon))));
    }

    private static Optional<Pay> pay(NewJobPost.@Nullable Wage pay, FieldErrors errors) {
        if (pay == null) {
            errors.add("pay", "P10", "要写明工资数额和单位，不能只写面议");
            return Optional.empty();
        }
        Optional<Integer> amount = errors.required(pay.amountFen(), "pay.amountFen", "P10", "要写明工资数额，不能只写面议");
        Optional<PayUnit> unit = errors.required(pay.unit(), "pay.unit", "P10", "要写明按小时、天、月还是件");
        int hours = pay.hoursPerDay() == null ? 8 : pay.hoursPerDay();
        errors.check(hours >= 1 && hours <= 16, "pay.hoursPerDay", "P10", "应在 1 到 16 之间");
        amount.ifPresent(
                fen -> errors.check(fen >= 1 && fen <= 10_000_000, "pay.amountFen", "P10", "应在 1 到 10000000 之间"));
        return amount.filter(fen -> fen >= 1 && fen <= 10_000_000 && hours >= 1 && hours <= 16)
                .flatMap(fen -> unit.map(per -> new Pay(fen, per, hours)));
    }

    private static long certificates(List<String> codes, FieldErrors errors) {
        long bits = 0;
        for (int i = 0; i < codes.size(); i++) {
            Optional<Certificate> found = Certificates.find(codes.get(i));
            errors.check(found.isPresent(), "certificates[" + i + "]", "P24", "没有这种证书");
            bits |= found.map(Certificate::bit).orElse(0L);
        }
        return bits;
    }

    private static void refuseAge(@Nullable Integer age, String field, FieldErrors errors) {
        errors.check(age == null, field, "P13", "年龄条件需要说明理由并经工作人员同意，目前不支持");
    }

    private Optional<Instant> validUntil(@Nullable Instant value, FieldErrors errors) {
        Duration longest = config.longestValidity();
        Optional<Instant> given = errors.required(value, "validUntil", "P10", "要写明有效期");
        given.ifPresent(until -> {
            errors.check(until.isAfter(calendar.now()), "validUntil", "P10", "有效期已过");
            errors.check(
                    !until.isAfter(calendar.now().plus(longest)),
                    "validUntil",
                    "P10",
                    "有效期最长 " + longest.toDays() + " 天");
        });
        return given.map(until -> Instant.ofEpochMilli(until.toEpochMilli()));
    }

    private void checkStart(@Nullable LocalDate startsOn, FieldErrors errors) {
        if (startsOn != null) {
            errors.check(!startsOn.isBefore(calendar.today()), "startsOn", "P10", "开工日期已过");
            errors.check(!startsOn.isAfter(calendar.today().plusYears(1)), "startsOn", "P10", "开工日期太远");
        }
    }

    /** P18: part-time work by the hour is settled within 15 days and pays at least the local minimum. */
    private void checkWorkByTheHour(
            Optional<Pay> pay, Optional<Settlement> settlement, String townCode, FieldErrors errors) {
        if (pay.isEmpty() || pay.get().unit() != PayUnit.HOUR) {
            return;
        }
        settlement.ifPresent(when -> errors.check(
                EnumSet.of(Settlement.DAILY, Settlement.WEEKLY, Settlement.ON_COMPLETION)
                        .contains(when),
                "settlement",
                "P18",
                "小时工的工资最长 15 天结一次，不能月结"));
        minimumPay
                .at(townCode, calendar.today())
                .ifPresent(least -> errors.check(
                        pay.get().amountFen() >= least,
                        "pay.amountFen",
                        "P18",
                        "低于当地小时最低工资 " + least / 100 + "." + "%02d".formatted(least % 100) + " 元"));
    }
}
